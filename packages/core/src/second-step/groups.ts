/** A key or a code as it is read out: in groups of four, `ABCD EFGH`. */
export function inFours(text: string): string {
  return text.replace(/.{4}(?=.)/g, '$& ');
}
