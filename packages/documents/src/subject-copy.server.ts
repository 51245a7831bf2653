import { formats } from '@tessera/i18n/format.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { zipFile } from './zip.server.ts';

type Rows = Record<string, unknown>[];
type Stored = Record<string, Rows | undefined>;

/** What the copy of a person's data is made of; areas carry the names of the words `privacy:copy.areas`. */
export type SubjectCopy = {
  language: Language;
  name: string;
  madeAt: Date;
  you: Stored;
  networks: { code: string; name: string; timeZone: string; stored: Stored }[];
};

/** A ZIP of everything stored about a person: `data.json` in full, and a page to read in their language. */
export function subjectCopy(copy: SubjectCopy): Uint8Array<ArrayBuffer> {
  const { madeAt, you, networks } = copy;
  const json = JSON.stringify({ madeAt, you, networks }, null, 2);
  return zipFile(
    [
      { name: 'index.html', bytes: Buffer.from(page(copy)) },
      { name: 'data.json', bytes: Buffer.from(json) },
    ],
    madeAt,
  );
}

function page({ language, name, madeAt, you, networks }: SubjectCopy): string {
  const t = translator(language, 'privacy');
  const title = t('copy.title', { name });
  const parts = [
    section(language, t('copy.you'), you, 'UTC'),
    ...networks.map(({ name: network, stored, timeZone }) =>
      section(language, t('copy.network', { network }), stored, timeZone),
    ),
  ];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${marked(title)}</title><style>${style}</style></head><body><main>
<h1>${marked(title)}</h1>
<p>${marked(t('copy.made', { date: `${formats(language).dateTime(madeAt, 'UTC')} (UTC)` }))}</p>
<p>${marked(t('copy.explain'))}</p>
${parts.join('\n')}
</main></body></html>
`;
}

function section(language: Language, title: string, stored: Stored, timeZone: string): string {
  const t = translator(language, 'privacy');
  const areas = Object.entries(stored).map(([area, rows = []]) => {
    const heading = t(`copy.areas.${area as 'person'}`);
    const list = rows.map((row) => `<table>${lines(language, row, timeZone)}</table>`).join('\n');
    return `<details open><summary><h3>${marked(heading)}</h3> ${marked(t('copy.rows', { count: rows.length }))}</summary>\n${list}</details>`;
  });
  return `<section><h2>${marked(title)}</h2>\n${areas.join('\n')}</section>`;
}

function lines(language: Language, row: Record<string, unknown>, timeZone: string): string {
  return Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(
      ([column, value]) =>
        `<tr><th scope="row">${marked(column)}</th><td>${marked(shown(language, value, timeZone))}</td></tr>`,
    )
    .join('');
}

function shown(language: Language, value: unknown, timeZone: string): string {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value))
    return formats(language).dateTime(new Date(value), timeZone);
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value);
}

function marked(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const style = `body{font:1rem/1.5 system-ui,sans-serif;margin:0;color:#1d1d1b;background:#fff}
main{max-width:60rem;margin:0 auto;padding:1.5rem}h2{border-top:3px solid;padding-top:1rem;margin-top:3rem}
h3{display:inline;font-size:1.1rem}table{border-collapse:collapse;width:100%;margin:.75rem 0 1.5rem;border-top:1px solid}
th,td{text-align:start;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #ccc;overflow-wrap:anywhere;white-space:pre-wrap}
th{width:14rem;font-weight:600}@media(max-width:40rem){th{width:8rem}}
@media(prefers-color-scheme:dark){body{color:#f2f0ea;background:#191917}}`;
