import { createCookie } from '@remix-run/node';
import { env } from '@tessera/env/env.server.ts';
import { z } from 'zod';

// What it holds is signed by the core. "Lax": the provider sends people back with a link from its own site.
let cookie: ReturnType<typeof createCookie> | undefined;

function carriedCookie() {
  cookie ??= createCookie('tessera_own_account', {
    path: '/sign-in',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 10 * 60,
    secure: env().appUrl.startsWith('https:'),
  });
  return cookie;
}

/** A `Set-Cookie` value that carries a sign-in which is under way. */
export function keepCarried(carried: string): Promise<string> {
  return carriedCookie().serialize(carried);
}

/** A `Set-Cookie` value that ends it. */
export function forgetCarried(): Promise<string> {
  return carriedCookie().serialize('', { maxAge: 0 });
}

/** What this browser carries; empty when that is nothing. */
export async function carriedIn(request: Request): Promise<string> {
  const parsed = z.string().safeParse(await carriedCookie().parse(request.headers.get('Cookie')));
  return parsed.data ?? '';
}
