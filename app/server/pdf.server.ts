import { fileAnswer } from './download.server.ts';

/**
 * A PDF that opens in the browser and is saved under a name that says what it is.
 * @param name without `.pdf`
 */
export function pdfAnswer(bytes: Uint8Array, name: string): Response {
  return fileAnswer(bytes, { name: `${name.trim()}.pdf`, type: 'application/pdf', isInline: true });
}
