import { createCookie } from '@remix-run/node';
import { env } from '@tessera/env/env.server.ts';
import { z } from 'zod';

// The address stays out of URLs, which end in histories and logs, and is still there for "send a new code".
let cookie: ReturnType<typeof createCookie> | undefined;

function addressCookie() {
  cookie ??= createCookie('tessera_code_address', {
    path: '/sign-in',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 15 * 60,
    secure: env().appUrl.startsWith('https:'),
    secrets: [env().APP_SECRET],
  });
  return cookie;
}

/** A `Set-Cookie` value that remembers to which address a code was asked for. */
export function keepAddress(email: string): Promise<string> {
  return addressCookie().serialize(email);
}

/** The address of the last code that this browser asked for, or null. */
export async function keptAddress(request: Request): Promise<string | null> {
  const parsed = z.email().safeParse(await addressCookie().parse(request.headers.get('Cookie')));
  return parsed.success ? parsed.data : null;
}
