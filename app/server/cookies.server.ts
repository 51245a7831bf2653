import { createCookie } from '@remix-run/node';
import { env } from '@tessera/env/env.server.ts';

const year = 60 * 60 * 24 * 365;

/** A `Set-Cookie` value for something chosen on this device: no secret, so readable and unsigned. */
export function preferenceCookie(name: 'tessera_language' | 'tessera_theme', value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly${isHttps() ? '; Secure' : ''}`;
}

let flash: ReturnType<typeof createCookie> | undefined;

/** Carries one message over a redirect; signed, so nobody else can put words on a page. */
export function flashCookie() {
  flash ??= createCookie('tessera_flash', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 60,
    secure: isHttps(),
    secrets: [env().APP_SECRET],
  });
  return flash;
}

function isHttps(): boolean {
  return env().appUrl.startsWith('https:');
}
