/** Lets programs in pages of other sites read an open file. It holds nothing of who asks. */
export function fromAnywhere(answer: Response): Response {
  answer.headers.set('Access-Control-Allow-Origin', '*');
  answer.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  return answer;
}
