import type { LoaderFunctionArgs } from '@remix-run/node';
import { env } from '@tessera/env/env.server.ts';
import { formats } from '@tessera/i18n/format.ts';
import { pickLanguage } from '@tessera/i18n/languages.ts';
import { absolute, paths } from '@tessera/paths/paths.ts';
import { apiForNobody } from '~/server/api.server.ts';
import { languageAsked } from '~/server/language-asked.server.ts';
import { openFile } from '~/server/open-file.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { xml } from '~/server/xml.server.ts';

const mostEntries = 50;

/** The public trainings of a network as news, the latest change first, in the language asked for or the network's own. */
export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const { languages } = await apiForNobody(args).networks.shell({ network });
  const language = pickLanguage([languageAsked(args.request.url), ...languages]);
  const core = apiForNobody(args, language);
  const [page, trainings] = await Promise.all([
    core.networks.page({ network }),
    core.trainings.feed({ network }),
  ]);
  const format = formats(language);
  const at = (path: string) => xml(absolute(env().appUrl, path));
  const newest = trainings
    .filter(({ sharedBy }) => sharedBy === null)
    .toSorted((one, other) => other.updatedAt.getTime() - one.updatedAt.getTime())
    .slice(0, mostEntries);
  const entries = newest.map(({ id, title, summary, venue, timeZone, updatedAt, sessions }) => {
    const [first, last] = [sessions[0], sessions.at(-1)];
    const when = first && last ? format.weekdayRange(first.startsAt, last.endsAt, timeZone) : '';
    const words = [[when, venue].filter(Boolean).join(', '), summary].filter(Boolean).join('. ');
    return [
      '<entry>',
      `<id>urn:uuid:${xml(id)}</id>`,
      `<title>${xml(title)}</title>`,
      `<updated>${updatedAt.toISOString()}</updated>`,
      `<link rel="alternate" type="text/html" href="${at(paths.training(network, id))}"/>`,
      `<summary>${xml(words)}</summary>`,
      '</entry>',
    ].join('');
  });
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${at(paths.feed(network))}</id>`,
    `<title>${xml(page.name)}</title>`,
    ...(page.summary ? [`<subtitle>${xml(page.summary)}</subtitle>`] : []),
    `<updated>${(newest[0]?.updatedAt ?? new Date(0)).toISOString()}</updated>`,
    `<author><name>${xml(page.name)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${at(paths.feed(network, { lang: languageAsked(args.request.url) ?? undefined }))}"/>`,
    `<link rel="alternate" type="text/html" href="${at(paths.network(network))}"/>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
  return openFile(args.request, { type: 'application/atom+xml', body, seconds: 300 });
}
