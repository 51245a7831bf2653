import type { LoaderFunctionArgs } from '@remix-run/node';
import { env } from '@tessera/env/env.server.ts';
import { absolute, paths } from '@tessera/paths/paths.ts';
import { openFile } from '~/server/open-file.server.ts';

/** What search engines need not ask for: it is for people who sign in. Everything there is closed to them anyway. */
const closed = [
  '/account',
  '/api/',
  '/dev/',
  '/home',
  '/language',
  '/operator',
  '/password-reset',
  '/sign-in',
  '/sign-out',
  '/theme',
  '/n/*/consents',
  '/n/*/history',
  '/n/*/invitations',
  '/n/*/members',
  '/n/*/registrations',
  '/n/*/settings',
];

export function loader({ request }: LoaderFunctionArgs) {
  const body = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${absolute(env().appUrl, paths.sitemap())}`,
    '',
  ].join('\n');
  return openFile(request, { type: 'text/plain', body, seconds: 86_400 });
}
