import { safePath } from '~/server/safe-path.server.ts';

/** Which network led here, and the page that was wanted there. */
export function wantedIn(request: Request): { network?: string; next?: string } {
  const { searchParams } = new URL(request.url);
  const network = searchParams.get('network');
  const next = safePath(searchParams.get('next'), '');
  return { ...(network ? { network } : {}), ...(next ? { next } : {}) };
}
