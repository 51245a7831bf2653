/**
 * A PDF that opens in the browser and is saved under a name that says what it is. Clients that know no UTF-8 in headers
 * get the same name in ASCII.
 * @param name without `.pdf`
 */
export function pdfAnswer(bytes: Uint8Array, name: string): Response {
  const plain = name
    .replace(/[\p{Cc}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const ascii = plain
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_');
  // Exactly what RFC 8187 allows to stay as it is.
  const encoded = encodeURIComponent(plain).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${ascii}.pdf"; filename*=UTF-8''${encoded}.pdf`,
      'Cache-Control': 'private, no-store',
    },
  });
}
