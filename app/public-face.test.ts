import { as, useTestDatabase } from '@tessera/core/testing.server.ts';
import { expect, test } from 'vitest';
import { openPages } from './server/testing.server.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: no hook of React
await useTestDatabase();
const { ask } = await openPages();
const visitor = as(null);
const network = 'un';
const { trainings } = await visitor.trainings.catalogue({ network, when: 'all' });
const { institutions } = await visitor.institutions.list({ network });
const training = `/n/un/trainings/${trainings[0]?.id}`;
const institution = `/n/un/institutions/${institutions[0]?.id}`;

const pages = [
  '/',
  '/networks',
  '/trainings',
  '/certificates',
  '/n/un',
  '/n/un/institutions',
  '/n/un/calendar',
  '/n/un/trainings',
  training,
  institution,
];
const files = [
  '/robots.txt',
  '/sitemap.xml',
  '/sitemap/platform.xml',
  '/n/un/sitemap.xml',
  '/n/un/feed.xml',
  '/n/un/calendar.ics',
  '/n/un/widget/trainings',
  `${training}/calendar.ics`,
];

async function html(path: string): Promise<string> {
  const answer = await ask({ path });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}

type Data = { '@context': string; '@type': string } & Record<string, unknown>;
const dataOf = (page: string): Data[] =>
  [...page.matchAll(/<script[^>]*type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)].map(([, json = '']) =>
    JSON.parse(json),
  );
const listOf = (data: Data | undefined) =>
  (data?.itemListElement ?? []) as { position: number; name: string }[];
const locations = (body: string) =>
  [...body.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc = '']) => new URL(loc));

test.each([...pages, ...files])('a visit of %s sets no cookie', async (path) => {
  const answer = await ask({ path });

  expect([answer.status, answer.headers.get('Set-Cookie')]).toEqual([200, null]);
});

test.each(pages)('%s loads nothing from elsewhere and names its address, once', async (path) => {
  const page = await html(path);

  const loaded = [...page.matchAll(/<(?:script|img|iframe|source)[^>]*\ssrc="([^"]*)"/g)].map(
    ([, src]) => src,
  );
  const sheets = [...page.matchAll(/<link[^>]*rel="(?:stylesheet|preload|modulepreload|icon)"[^>]*>/g)];
  expect(loaded.filter((src) => /^(https?:)?\/\//.test(src ?? ''))).toEqual([]);
  expect(sheets.filter(([link]) => /href="(https?:)?\/\//.test(link))).toEqual([]);
  const canonical = [...page.matchAll(/rel="canonical" href="([^"]*)"/g)].map(
    ([, href = '']) => new URL(href),
  );
  expect(canonical.map(({ pathname, search }) => pathname + search)).toEqual([path]);
  expect(page).toContain('hrefLang="x-default"');
  for (const name of ['og:title', 'og:url', 'og:site_name', 'og:locale']) expect(page).toContain(`"${name}"`);
});

test('each language of a page has an address of its own, which wins over the browser’s wish', async () => {
  const page = await html('/n/un?lang=hu');
  const other = await html('/n/un');

  expect(page).toContain('<html lang="hu"');
  // The network's own, where nobody chose.
  expect(other).toContain('<html lang="ro"');
  expect(page).toMatch(/rel="canonical" href="[^"]*\/n\/un\?lang=hu"/);
  const languages = [...other.matchAll(/rel="alternate" hrefLang="([^"]*)"/g)].map(([, each]) => each);
  expect(languages).toEqual(['ro', 'hu', 'en', 'x-default']);
});

test('the page of a network tells search engines what it is, who is in it, and who pays', async () => {
  const data = dataOf(await html('/n/un'));

  expect(data.map((each) => [each['@context'], each['@type']])).toEqual([
    ['https://schema.org', 'Organization'],
    ['https://schema.org', 'BreadcrumbList'],
  ]);
  const [organisation, ways] = data;
  expect(organisation).toMatchObject({
    name: 'United Networks',
    funder: [{ '@type': 'Organization', name: 'EEA Grants – RO10 CORAI' }],
  });
  expect(organisation?.subOrganization).toHaveLength(6);
  expect(organisation?.member).toHaveLength(6);
  expect(listOf(ways).map(({ position, name }) => [position, name])).toEqual([
    [1, 'Tessera'],
    [2, 'United Networks'],
  ]);
});

test('an institution is an organisation, a training an event', async () => {
  const [card] = dataOf(await html(`${institution}?lang=en`));
  const event = dataOf(await html(`${training}?lang=en`)).find((each) => each['@type'] === 'EducationEvent');

  expect(card).toMatchObject({
    '@type': 'Organization',
    name: institutions[0]?.name,
    memberOf: { '@type': 'Organization', name: 'United Networks' },
  });
  expect(event).toMatchObject({ name: trainings[0]?.title, organizer: { '@type': 'Organization' } });
  expect(Number.isNaN(Date.parse(String(event?.startDate)))).toBe(false);
});

test('the sitemap leads to every public page of every active network, and each of them opens', async () => {
  const parts = locations(await html('/sitemap.xml')).map(({ pathname }) => pathname);
  const { networks } = await visitor.networks.publicTree();
  const own = locations(await html('/n/un/sitemap.xml')).map(({ pathname }) => pathname);

  expect(parts).toEqual(['/sitemap/platform.xml', ...networks.map(({ code }) => `/n/${code}/sitemap.xml`)]);
  expect(own).toEqual(expect.arrayContaining(pages.filter((path) => path.startsWith('/n/un'))));
  expect(own.filter((path) => path.includes('/institutions/'))).toHaveLength(48);
  for (const path of own.filter((_, index) => index % 9 === 0)) await html(path);
});

test('robots may read what is public, and are told where the sitemap is', async () => {
  const body = await html('/robots.txt');

  expect(body).toMatch(/^User-agent: \*\n/);
  expect(body).toMatch(/\nSitemap: https?:\/\/[^\n]+\/sitemap\.xml\n$/);
  expect(body).toContain('Disallow: /n/*/settings\n');
});

test('the feed holds the public trainings, the latest change first, in the language of its address', async () => {
  const feed = await html('/n/un/feed.xml');
  const hungarian = await html('/n/un/feed.xml?lang=hu');

  expect(feed).toContain('xml:lang="ro"');
  expect(hungarian).toContain('xml:lang="hu"');
  const entries = [...feed.matchAll(/<entry>.*?<\/entry>/g)].map(([entry]) => entry);
  const changed = entries.map((entry) => /<updated>(.*?)<\/updated>/.exec(entry)?.[1] ?? '');
  expect(entries.length).toBeGreaterThan(3);
  expect(changed).toEqual(changed.toSorted().toReversed());
  for (const entry of entries) expect(entry).toMatch(/<id>urn:uuid:[0-9a-f-]{36}<\/id><title>[^<]+<\/title>/);
});

test.each(['/robots.txt', '/sitemap.xml', '/n/un/sitemap.xml', '/n/un/feed.xml'])(
  'caches may keep %s: it is the same for everyone',
  async (path) => {
    const answer = await ask({ path });
    const inAnotherLanguage = await ask({ path, cookie: 'tessera_language=bg' });

    expect(answer.headers.get('Cache-Control')).toMatch(/^public, max-age=\d+$/);
    expect(inAnotherLanguage.headers.get('ETag')).toBe(answer.headers.get('ETag'));
    expect(await inAnotherLanguage.text()).toBe(await answer.text());
  },
);

test('a page depends on who reads it: no cache keeps it', async () => {
  const answer = await ask({ path: '/n/un' });

  expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
});
