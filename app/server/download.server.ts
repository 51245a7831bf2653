import { Readable } from 'node:stream';

/**
 * A file that a browser saves (or, `inline`, shows) under a name that says what it is. Clients that know no UTF-8 in
 * headers get the same name in ASCII.
 * @param name with its ending
 * @param size in bytes, of content that comes piece by piece
 */
export function fileAnswer(
  content: Uint8Array | string | AsyncIterable<Uint8Array>,
  {
    name,
    type,
    isInline = false,
    size,
  }: { name: string; type: string; isInline?: boolean; size?: number | undefined },
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
  return new Response(bodyOf(content), {
    headers: {
      ...(size === undefined ? {} : { 'Content-Length': String(size) }),
      'Content-Type': type,
      'Content-Disposition': `${isInline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`,
      'Cache-Control': 'private, no-store',
    },
  });
}

function bodyOf(content: Uint8Array | string | AsyncIterable<Uint8Array>): BodyInit {
  if (typeof content === 'string') return content;
  if (content instanceof Uint8Array) return new Uint8Array(content);
  return Readable.toWeb(Readable.from(content)) as ReadableStream<Uint8Array>;
}
