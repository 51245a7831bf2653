import type { LoaderFunctionArgs } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { apiForNobody } from '~/server/api.server.ts';
import { sitemapIndex } from '~/server/sitemap.server.ts';

/** One part for the platform, and one for each active network, so that no part grows too large. */
export async function loader(args: LoaderFunctionArgs) {
  const { networks } = await apiForNobody(args).networks.publicTree();
  return sitemapIndex(args.request, [
    paths.sitemapOfPlatform(),
    ...networks.map(({ code }) => paths.sitemapOfNetwork(code)),
  ]);
}
