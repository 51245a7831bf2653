import type { LoaderFunctionArgs } from '@remix-run/node';
import { env } from '@tessera/env/env.server.ts';
import { formats } from '@tessera/i18n/format.ts';
import { pickLanguage } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { absolute, paths } from '@tessera/paths/paths.ts';
import { readWidgetWish } from '~/components/widget/read-wish.server.ts';
import { apiForNobody } from '~/server/api.server.ts';
import { languageAsked } from '~/server/language-asked.server.ts';
import { openFile } from '~/server/open-file.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { xml } from '~/server/xml.server.ts';
import { accentStyle } from '~/ui/accent.ts';

/**
 * The next public events of a network in a frame of another site. The same for everyone, in the language of its address
 * or the network's own; without cookies and without scripts.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const { theme, number, colours } = readWidgetWish(new URL(args.request.url).searchParams);
  const { languages } = await apiForNobody(args).networks.shell({ network });
  const language = pickLanguage([languageAsked(args.request.url), ...languages]);
  const { name, accent, trainings } = await apiForNobody(args, language).catalogue.widget({
    network,
    number,
    theme,
  });
  const t = translator(language, 'catalogue');
  const availability = translator(language, 'trainings');
  const format = formats(language);
  const at = (path: string) => xml(absolute(env().appUrl, path));
  const link = (path: string, words: string, about = '') =>
    `<a href="${at(path)}" target="_blank" rel="noopener"${about}>${xml(words)}<span class="far"> (${xml(t('widget.newTab'))})</span></a>`;
  const style = Object.entries(accentStyle(accent) ?? {})
    .map(([property, value]) => `${property}:${value}`)
    .join(';');
  const entries = trainings.map(
    ({ id, title, startsAt, endsAt, timeZone, venue, capacity, takenCount, window }) => {
      const free = Math.max(0, capacity - takenCount);
      const facts = [
        venue,
        window === 'open' && free > 0
          ? t('widget.free', { count: free, formatted: format.number(free) })
          : '',
        window === 'open' && free === 0 ? availability('availability.full') : '',
      ];
      return [
        '<li>',
        `<time datetime="${startsAt.toISOString()}">${xml(format.weekdayRange(startsAt, endsAt, timeZone))}</time>`,
        link(paths.training(network, id), title),
        `<p>${xml(facts.filter(Boolean).join(' · '))}</p>`,
        '</li>',
      ].join('');
    },
  );
  const body = [
    '<!doctype html>',
    `<html lang="${language}"${colours === 'auto' ? '' : ` data-theme="${colours}"`} style="${xml(style)}">`,
    '<head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${xml(t('widget.frameTitle', { network: name }))}</title>`,
    '<link rel="stylesheet" href="/widget.css">',
    '</head><body><main>',
    `<h1>${xml(t('widget.frameTitle', { network: name }))}</h1>`,
    entries.length > 0 ? `<ul>${entries.join('')}</ul>` : `<p class="none">${xml(t('search.empty'))}</p>`,
    `<p class="all">${link(paths.trainings(network, { theme }), t('widget.all'))}</p>`,
    '</main></body></html>',
    '',
  ].join('\n');
  return openFile(args.request, { type: 'text/html', body, seconds: 300 });
}
