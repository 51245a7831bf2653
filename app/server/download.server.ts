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

type KeptFile = { name: string; mime: string; size: number; sha256: string };

/**
 * A kept file as an attachment that a browser may go on with where the line broke: parts by `Range`, and the same bytes
 * known again by their hash. Nothing in it runs, and nobody on the way may keep it.
 * @param read the bytes from `start` to `end`, both included
 */
export function rangeAnswer(
  request: Request,
  { name, mime, size, sha256 }: KeptFile,
  read: (start: number, end: number) => AsyncIterable<Uint8Array>,
): Response {
  const tag = `"${sha256}"`;
  const whole = fileAnswer('', { name, type: mime });
  const headers = new Headers(whole.headers);
  headers.set('Cache-Control', 'private, no-cache, no-transform');
  headers.set('ETag', tag);
  headers.set('Accept-Ranges', 'bytes');
  headers.set('Content-Security-Policy', "sandbox; default-src 'none'");
  headers.set('X-Content-Type-Options', 'nosniff');
  if (request.headers.get('If-None-Match')?.includes(tag))
    return new Response(null, { status: 304, headers });
  const range = rangeOf(request, size, tag);
  if (range === 'none') {
    headers.set('Content-Range', `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  const [start, end] = range ?? [0, size - 1];
  headers.set('Content-Length', String(end - start + 1));
  if (range) headers.set('Content-Range', `bytes ${start}-${end}/${size}`);
  const body = request.method === 'HEAD' ? null : bodyOf(read(start, end));
  return new Response(body, { status: range ? 206 : 200, headers });
}

// RFC 9110, 14: one range of bytes; of another file (If-Range), of another unit or of several parts it is the whole.
function rangeOf(request: Request, size: number, tag: string): [start: number, end: number] | 'none' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('Range') ?? '') ?? [];
  const condition = request.headers.get('If-Range');
  if ((from === '' && to === '') || (condition !== null && condition !== tag)) return null;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start > end || start >= size ? 'none' : [start, end];
}
