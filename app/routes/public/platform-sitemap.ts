import type { LoaderFunctionArgs } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { sitemap } from '~/server/sitemap.server.ts';

export function loader({ request }: LoaderFunctionArgs) {
  return sitemap(
    request,
    [paths.home(), paths.tree(), paths.events(), paths.verifyForm()].map((path) => ({ path })),
  );
}
