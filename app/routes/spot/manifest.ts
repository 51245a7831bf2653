import type { LoaderFunctionArgs } from '@remix-run/node';
import { pickLanguage } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { apiForNobody } from '~/server/api.server.ts';
import { openFile } from '~/server/open-file.server.ts';
import { networkParams } from '~/server/params.server.ts';

/** What a phone needs to put the cards of a network among its own applications. */
export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const { host } = await apiForNobody(args).cards.languages({ network });
  const language = pickLanguage([host]);
  const { name } = await apiForNobody(args, language).networks.shell({ network });
  const title = translator(language, 'spot')('paper.cover');
  const manifest = {
    id: paths.spot(network),
    name: `${title} – ${name}`,
    short_name: title,
    lang: language,
    start_url: paths.spot(network),
    scope: paths.spot(network),
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons: [{ src: '/favicon.svg', type: 'image/svg+xml', sizes: 'any' }],
  };
  return openFile(args.request, {
    type: 'application/manifest+json',
    body: JSON.stringify(manifest),
    seconds: 3600,
  });
}
