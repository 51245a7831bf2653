import { createHash } from 'node:crypto';

/**
 * A file that is the same for everyone, whoever asks and in whatever language: caches may keep it, and who asks again
 * gets a short "not changed".
 * @param seconds how long a cache may answer without asking
 */
export function openFile(
  request: Request,
  { type, body, seconds }: { type: string; body: string; seconds: number },
): Response {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = new Headers({ ETag: tag, 'Cache-Control': `public, max-age=${seconds}` });
  if (isKnown(request, tag)) return new Response(null, { status: 304, headers });
  headers.set('Content-Type', `${type}; charset=utf-8`);
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}

/** Whether who asks holds this version already. A compressed answer carries the same tag as a weak one. */
export function isKnown(request: Request, tag: string): boolean {
  const known = request.headers.get('If-None-Match') ?? '';
  return known.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
}
