export type ScanMime = 'application/pdf' | 'image/jpeg' | 'image/png';

/**
 * What a scanned sheet of paper is, told by what is in the file and never by its name; null for anything else, and for a
 * file that breaks off. The bytes are kept as they came, so that their hash is that of the file in the sender's hands.
 */
export function scanMime(bytes: Uint8Array): ScanMime | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const is = (start: string, end: string) =>
    file.toString('latin1', 0, start.length) === start &&
    file.toString('latin1', Math.max(0, file.length - 2048)).includes(end);
  if (is('%PDF-', '%%EOF')) return 'application/pdf';
  if (is('\xff\xd8\xff', '\xff\xd9')) return 'image/jpeg';
  if (is('\x89PNG\r\n\x1a\n', 'IEND')) return 'image/png';
  return null;
}
