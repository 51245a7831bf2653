/**
 * A file that a browser saves (or, `inline`, shows) under a name that says what it is. Clients that know no UTF-8 in
 * headers get the same name in ASCII.
 * @param name with its ending
 */
export function fileAnswer(
  content: Uint8Array | string,
  { name, type, isInline = false }: { name: string; type: string; isInline?: boolean },
): Response {
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
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `${isInline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`,
      'Cache-Control': 'private, no-store',
    },
  });
}
