import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newResource } from '../library/library.testing.server.ts';
import {
  as,
  days,
  newNetwork,
  newPerson,
  refusal,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { checkLinks, sweepLinks } from './check.server.ts';
import { type Eyes, lookAt } from './look.server.ts';

await useTestDatabase();

const asked: string[] = [];
let [open, most] = [0, 0];
const pages: Record<string, (ask: IncomingMessage, answer: ServerResponse) => void> = {
  '/fine': (_, answer) => answer.end('x'),
  '/no-head': (ask, answer) => {
    answer.statusCode = ask.method === 'HEAD' ? 405 : 200;
    answer.end('x');
  },
  '/no-head-at-all': (ask, answer) => (ask.method === 'HEAD' ? ask.socket.destroy() : answer.end('x')),
  '/moved': (_, answer) => answer.writeHead(301, { location: '/fine' }).end(),
  '/for-now': (_, answer) => answer.writeHead(302, { location: '/fine' }).end(),
  '/round': (_, answer) => answer.writeHead(302, { location: '/round' }).end(),
  '/inside': (_, answer) => answer.writeHead(302, { location: 'http://192.168.1.1/admin' }).end(),
  '/by-name': (_, answer) => answer.writeHead(302, { location: 'http://inside.test/' }).end(),
  '/file': (_, answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/slow': () => undefined,
  '/switched': (ask) =>
    ask.socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
  '/hung-up': (ask) => ask.socket.end(),
  '/broken': (_, answer) => answer.writeHead(500).end(),
  '/endless': (ask, answer) => {
    answer.writeHead(ask.method === 'HEAD' ? 405 : 200).flushHeaders();
    const timer = setInterval(() => answer.write(Buffer.alloc(65_536)), 1);
    answer.once('close', () => clearInterval(timer));
  },
};
const server = createServer((ask, answer) => {
  asked.push(`${ask.method} ${ask.url}`);
  open += 1;
  most = Math.max(most, open);
  answer.once('close', () => {
    open -= 1;
  });
  const page = pages[ask.url ?? ''];
  if (page) page(ask, answer);
  else answer.writeHead(404).end();
});

const hosts: Record<string, string[]> = {
  'here.test': ['127.0.0.1'],
  'inside.test': ['10.0.0.1'],
  'both.test': ['127.0.0.1', '169.254.169.254'],
};
// The machine itself is let in for the tests, as a stand-in for the outside; everything else that is private stays out.
const eyes: Eyes = {
  resolve: async (host) => {
    const found = hosts[host.replace(/^\d+\./, '')];
    if (!found)
      throw Object.assign(new Error(), { code: host === 'offline.test' ? 'EAI_AGAIN' : 'ENOTFOUND' });
    return found;
  },
  isAllowed: (address) => address === '127.0.0.1',
  patienceMs: 300,
  pauseMs: 0,
};
let base = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://here.test:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a link is looked at by its head, then by its page; what it answers is told apart', async () => {
  const look = (path: string) => lookAt(path.startsWith('/') ? base + path : path, eyes);
  for (const path of ['/fine', '/no-head', '/no-head-at-all', '/for-now', '/endless', '/switched'])
    expect([path, await look(path)]).toEqual([path, { kind: 'works' }]);
  expect(await look('/moved')).toEqual({ kind: 'moved', to: `${base}/fine` });
  for (const [path, reason] of [
    ['/nowhere', 'gone'],
    ['/broken', 'server_error'],
    ['/round', 'too_many_redirects'],
    ['/slow', 'no_answer'],
    ['/hung-up', 'no_answer'],
    ['/file', 'refused'],
    ['http://unknown.test/', 'no_host'],
    ['http://here.test:1/', 'no_answer'],
  ] as const)
    expect([path, await look(path)]).toEqual([path, { kind: 'fails', reason }]);
  expect(await look('http://offline.test/')).toEqual({ kind: 'unknown' });
});

test('nothing private is asked: not by its number, not by its name, not behind a redirect', async () => {
  const { port } = server.address() as AddressInfo;
  for (const address of [
    'http://192.168.1.1/',
    'http://inside.test/',
    `http://both.test:${port}/fine`,
    `${base}/inside`,
    `${base}/by-name`,
  ])
    expect([address, await lookAt(address, eyes)]).toEqual([
      address,
      { kind: 'fails', reason: 'not_public' },
    ]);
  const before = asked.length;
  expect(await lookAt(`http://127.0.0.1:${port}/fine`)).toEqual({ kind: 'fails', reason: 'not_public' });
  expect(asked.length).toBe(before);
});

async function openNetwork() {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  return { network, coordinator, where: { network: network.code } };
}

async function newLinks(network: TestNetwork, coordinator: TestPerson, ...urls: string[]): Promise<string> {
  const resourceId = await newResource(network, coordinator);
  for (let at = 0; at < urls.length; at += 10) {
    const links = urls.slice(at, at + 10).map((url) => ({ url, label: '' }));
    await as(coordinator).library.revise({ network: network.code, resourceId, note: 'Links', links });
  }
  return resourceId;
}

function eventsOf(network: TestNetwork, kind: string) {
  return inNetwork(network.id, ({ prisma }) =>
    prisma.domainEvent.findMany({ where: { networkId: network.id, kind } }),
  );
}

test('links are asked one at a time for each host, are broken after a day, and their resource is told of once', async () => {
  const { network, coordinator, where } = await openNetwork();
  const fine = Array.from({ length: 12 }, () => `${base}/fine`).map((url, index) => `${url}?${index}`);
  for (const [index] of fine.entries()) pages[`/fine?${index}`] = (_, answer) => answer.end();
  const gone = [`${base}/gone-1`, `${base}/gone-2`];
  const resourceId = await newLinks(network, coordinator, ...fine, ...gone, `${base}/moved`);
  const now = new Date();
  const later = (count: number) => new Date(now.getTime() + days(count));
  most = 0;
  expect(await Promise.all([checkLinks(network.id, now, eyes), checkLinks(network.id, now, eyes)])).toSatisfy(
    ([one, other]) => one + other === 15,
  );
  expect(most).toBe(1);
  expect(await as(coordinator).links.list(where)).toMatchObject({
    counts: { works: 13, failing: 2, broken: 0, waiting: 0 },
  });
  expect(await checkLinks(network.id, new Date(now.getTime() + days(1) / 2), eyes)).toBe(0);
  await checkLinks(network.id, later(1), eyes);
  await checkLinks(network.id, later(2), eyes);

  const { links } = await as(coordinator).links.list(where);
  expect(links.map(({ url, state, uses }) => [url, state, uses.map(({ id }) => id)])).toEqual([
    [gone[0], 'broken', [resourceId]],
    [gone[1], 'broken', [resourceId]],
    [`${base}/moved`, 'moved', [resourceId]],
  ]);
  const told = await eventsOf(network, 'resource.link_broken');
  expect(told.map(({ objectId, payload }) => [objectId, payload])).toEqual([[resourceId, { count: 2 }]]);

  pages['/gone-1'] = (_, answer) => answer.end();
  await checkLinks(network.id, later(3), eyes);
  expect((await as(coordinator).links.list(where)).counts.broken).toBe(1);
  delete pages['/gone-1'];
  await checkLinks(network.id, later(11), eyes);
  await checkLinks(network.id, later(12), eyes);
  expect(await eventsOf(network, 'resource.link_broken')).toHaveLength(2);
});

test('when no host answers at all nothing is said of a link, and a host that answers shows which one is gone', async () => {
  const { network, coordinator, where } = await openNetwork();
  const gone = 'http://unknown.test/page';
  const resourceId = await newLinks(network, coordinator, gone, 'http://here.test:1/closed');
  const now = new Date();
  const later = (count: number) => new Date(now.getTime() + days(count));
  for (const count of [0, 1, 2, 3]) expect(await checkLinks(network.id, later(count), eyes)).toBe(2);
  expect((await as(coordinator).links.list(where)).counts).toMatchObject({
    broken: 0,
    failing: 0,
    waiting: 2,
  });
  expect(await eventsOf(network, 'resource.link_broken')).toEqual([]);

  const fine = await newLinks(network, coordinator, `${base}/fine`);
  await checkLinks(network.id, later(4), eyes);
  expect((await as(coordinator).links.list(where)).counts).toMatchObject({ failing: 2, works: 1 });
  // The link that works is not due, and is asked all the same: it says that there is a way out.
  await checkLinks(network.id, later(5), eyes);
  const { links } = await as(coordinator).links.list(where);
  expect(links.map(({ url, state }) => [url, state])).toEqual([
    ['http://here.test:1/closed', 'broken'],
    [gone, 'broken'],
  ]);
  const told = await eventsOf(network, 'resource.link_broken');
  expect(told.map(({ objectId }) => objectId)).toEqual([resourceId]);
  expect(fine).not.toBe(resourceId);
});

test('a house that loses its way out for days says of no link that it is broken, and says so to who runs it', async () => {
  const { network, coordinator, where } = await openNetwork();
  await newLinks(network, coordinator, `${base}/fine`, `${base}/no-head`);
  const now = new Date();
  const later = (count: number) => new Date(now.getTime() + days(count));
  await checkLinks(network.id, now, eyes);
  const cutOff: Eyes = {
    ...eyes,
    resolve: () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })),
  };
  process.env.LINK_CHECK = '1';
  const run = await sweepLinks(later(8), cutOff);
  expect(run.withoutWayOut).toBeGreaterThan(1);
  expect(run.withoutWayOut).toBe(run.links);
  await checkLinks(network.id, later(9), cutOff);
  await checkLinks(network.id, later(10), cutOff);
  expect((await as(coordinator).links.list(where)).counts).toMatchObject({ works: 2, broken: 0, failing: 0 });

  await checkLinks(network.id, later(11), eyes);
  expect((await as(coordinator).links.list(where)).counts).toMatchObject({ works: 2 });
});

test('somebody can ask for all links now, and what was looked at a moment ago is left in peace', async () => {
  const { network, coordinator, where } = await openNetwork();
  await newLinks(network, coordinator, `${base}/fine`);
  expect(await as(coordinator).links.check(where)).toEqual({ links: 1 });
  expect(await eventsOf(network, 'resource.links_asked')).toHaveLength(1);
  await checkLinks(network.id, new Date(), eyes);
  expect(await as(coordinator).links.check(where)).toEqual({ links: 0 });
  expect(await refusal(as(await newPerson(network, 'trainer')).links.check(where))).toBe('not_allowed');
});

test('a link into a private network is refused where it is written', async () => {
  const { network, coordinator, where } = await openNetwork();
  const resourceId = await newResource(network, coordinator);
  for (const url of ['http://127.0.0.1/x', 'http://169.254.169.254/latest', 'http://localhost:3000/']) {
    const links = [{ url: '' as const }, { url, label: 'x' }];
    const refused = as(coordinator).library.revise({ ...where, resourceId, note: 'x', links });
    expect(await refusal(refused)).toBe('link_not_public');
  }
});

test('an address is replaced everywhere in a minor version, and comes back where nobody changed it since', async () => {
  const { network, coordinator, where } = await openNetwork();
  const [oldUrl, newUrl] = ['https://old.example.org/a', 'https://new.example.org/b'];
  const shown = await newLinks(network, coordinator, oldUrl, 'https://other.example.org/');
  const changed = await newLinks(network, coordinator, oldUrl);
  const untouched = await newLinks(network, coordinator, 'https://other.example.org/');
  const { resourceId: draft } = await as(coordinator).library.create({
    ...where,
    kind: 'form',
    sourceLanguage: 'ro',
    licence: 'cc-by-4.0',
    texts: [{ language: 'ro', title: 'Formular' }],
  });
  await as(coordinator).library.revise({ ...where, resourceId: draft, links: [{ url: oldUrl, label: 'A' }] });
  const elsewhere = await openNetwork();
  const foreign = await newLinks(elsewhere.network, elsewhere.coordinator, oldUrl);
  const { links, library } = as(coordinator);
  const urlsOf = async (resourceId: string) => {
    const { version, items } = await library.one({ ...where, resourceId });
    return [version, ...items.flatMap(({ url, label }) => (url ? [`${label} ${url}`] : []))];
  };

  expect((await links.uses({ ...where, oldUrl })).map(({ id }) => id).sort()).toEqual(
    [shown, changed, draft].sort(),
  );
  const wish = { ...where, oldUrl, newUrl };
  expect(await refusal(links.replace({ ...wish, newUrl: oldUrl }))).toBe('link_same');
  expect(await refusal(links.replace({ ...wish, newUrl: 'http://10.0.0.1/' }))).toBe('link_not_public');
  const both = await Promise.allSettled([links.replace(wish), links.replace(wish)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [replacement] = (await links.list(where)).replacements;
  expect(replacement).toMatchObject({ oldUrl, newUrl, resources: 3, undoneAt: null });
  expect(await urlsOf(shown)).toEqual([
    3,
    `new.example.org ${newUrl}`,
    'other.example.org https://other.example.org/',
  ]);
  expect(await urlsOf(draft)).toEqual([1, `A ${newUrl}`]);
  expect(await urlsOf(untouched)).toEqual([2, 'other.example.org https://other.example.org/']);
  const page = await library.one({ ...where, resourceId: shown });
  expect(page.versions[0]).toMatchObject({ number: 3, isMinor: true, note: `${oldUrl} → ${newUrl}` });
  expect(
    (await library.one({ ...where, resourceId: shown, version: 2 })).items.map(({ url }) => url),
  ).toContain(oldUrl);
  const other = await as(elsewhere.coordinator).library.one({ ...elsewhere.where, resourceId: foreign });
  expect(other.items.map(({ url }) => url)).toContain(oldUrl);

  const { items } = await library.one({ ...where, resourceId: changed });
  const mine = items.find(({ url }) => url === newUrl);
  await library.revise({
    ...where,
    resourceId: changed,
    note: 'Own',
    items: [{ itemId: mine?.id ?? '', label: '', language: 'mul', isLeftOut: true }],
    links: [{ url: 'https://mine.example.org/', label: '' }],
  });
  const undo = { ...where, replacementId: replacement?.id ?? '' };
  expect(await links.undo(undo)).toEqual({ resources: 2 });
  expect(await refusal(links.undo(undo))).toBe('not_found');
  expect(await urlsOf(shown)).toEqual([
    4,
    `old.example.org ${oldUrl}`,
    'other.example.org https://other.example.org/',
  ]);
  expect(await urlsOf(draft)).toEqual([1, `A ${oldUrl}`]);
  expect(await urlsOf(changed)).toEqual([4, 'mine.example.org https://mine.example.org/']);
  expect(
    await refusal(
      as(elsewhere.coordinator).links.undo({ ...elsewhere.where, replacementId: undo.replacementId }),
    ),
  ).toBe('not_found');
});

test.each([
  [
    'See https://example.org/a, then http://b.example.org/c?d=e#f.',
    'https://example.org/a http://b.example.org/c?d=e#f',
  ],
  [
    '(https://example.org/a) <https://example.org/b> "https://example.org/c"; [https://example.org/d]',
    'https://example.org/a https://example.org/b https://example.org/c https://example.org/d',
  ],
  [
    'https://example.org/Mosaic_(art)! https://example.org/x',
    'https://example.org/Mosaic_(art) https://example.org/x',
  ],
  ['انظر https://example.org/ar، ثم https://example.org/b؟', 'https://example.org/ar https://example.org/b'],
  ['„https://example.org/ro“ și «https://example.org/fr»', 'https://example.org/ro https://example.org/fr'],
  [
    'https://example.org/a https://example.org/a\nhttps://example.org/a/b',
    'https://example.org/a https://example.org/a https://example.org/a/b',
  ],
  ['ftp://example.org mailto:a@example.org www.example.org https:// http://', ''],
  ['HTTPS://Example.org', 'HTTPS://Example.org'],
])('the addresses in words are found without what stands around them: %s', async (words, found) => {
  const links = await inNetwork(
    randomUUID(),
    ({ prisma }) => prisma.$queryRaw<{ url: string }[]>`select url from app.links_in(${words}) l(url)`,
  );
  expect(links.map(({ url }) => url).join(' ')).toBe(found);
});

/** A published resource with these words in Romanian, and others in Hungarian. */
async function newWords(
  { network, coordinator }: { network: TestNetwork; coordinator: TestPerson },
  description: string,
  inHungarian = '',
): Promise<string> {
  const texts = [
    { language: 'ro' as const, title: 'Ghid', description },
    { language: 'hu' as const, title: 'Útmutató', description: inHungarian },
  ];
  return newResource(network, coordinator, { texts });
}

test('an address in the words of a resource is looked at, and its resource is told of when it is broken', async () => {
  const { network, coordinator, where } = await openNetwork();
  const [gone, fine] = [`${base}/words/gone`, `${base}/fine`];
  const first = await newWords({ network, coordinator }, `Vezi ${gone}.`, `Lásd: ${fine}`);
  const second = await newLinks(network, coordinator, gone);
  const now = new Date();

  await checkLinks(network.id, now, eyes);
  await checkLinks(network.id, new Date(now.getTime() + days(1.1)), eyes);

  const { links, counts } = await as(coordinator).links.list(where);
  expect([counts.works, counts.broken]).toEqual([1, 1]);
  expect(links.map(({ url, state, uses }) => [url, state, uses.map(({ id }) => id)])).toEqual([
    [gone, 'broken', [first, second].sort()],
  ]);
  const told = await eventsOf(network, 'resource.link_broken');
  expect(told.map(({ objectId }) => objectId).sort()).toEqual([first, second].sort());
});

test('a translation that nobody is shown yet brings no link into the list', async () => {
  const { network, coordinator, where } = await openNetwork();
  await newWords({ network, coordinator }, '', `Lásd: ${base}/fine`);
  const levels = [{ language: 'hu' as const, level: 'prepared' as const }];
  await as(coordinator).translations.saveLevels({ ...where, levels });

  await checkLinks(network.id, new Date(), eyes);

  expect((await as(coordinator).links.list(where)).counts).toMatchObject({ works: 0, waiting: 0 });
});

test('an address is replaced in words too, whole and in every language, and comes back with the undoing', async () => {
  const { network, coordinator, where } = await openNetwork();
  const [oldUrl, newUrl] = ['https://old.example.org/a', 'https://new.example.org/b'];
  const { links, library } = as(coordinator);
  const words = (url: string) => `Vezi ${url} și ${oldUrl}/more, dar și (${url}). Nou: ${newUrl}`;
  const both = await newWords({ network, coordinator }, words(oldUrl), `Lásd: ${oldUrl}`);
  const changed = await newWords({ network, coordinator }, `Vezi ${oldUrl}.`);
  const longer = await newWords({ network, coordinator }, `Vezi ${oldUrl}/more.`);
  await library.revise({ ...where, resourceId: both, note: 'Link', links: [{ url: oldUrl, label: 'A' }] });
  const textsOf = async (resourceId: string) => {
    const { texts, version, items } = await library.one({ ...where, resourceId });
    const inWords = texts.map((text) => [text.language, text.description, text.version]);
    return { version, links: items.flatMap(({ url }) => (url ? [url] : [])), words: inWords.sort() };
  };
  expect((await links.uses({ ...where, oldUrl })).map(({ id }) => id)).toEqual([both, changed].sort());

  const { replacementId, resources } = await links.replace({ ...where, oldUrl, newUrl });
  expect(resources).toBe(2);
  expect(await textsOf(both)).toEqual({
    version: 3,
    links: [newUrl],
    words: [
      ['hu', `Lásd: ${newUrl}`, 1],
      ['ro', words(newUrl), 1],
    ],
  });
  expect((await textsOf(changed)).words).toContainEqual(['ro', `Vezi ${newUrl}.`, 1]);
  expect((await textsOf(longer)).words).toContainEqual(['ro', `Vezi ${oldUrl}/more.`, 1]);
  const replaced = await eventsOf(network, 'resource.link_replaced');
  expect(replaced.map(({ objectId }) => objectId).sort()).toEqual([both, changed].sort());

  // What somebody wrote since stays theirs; an address that was there before stays as it was.
  await library.edit({
    ...where,
    resourceId: changed,
    kind: 'leaflet',
    sourceLanguage: 'ro',
    licence: 'cc-by-4.0',
    texts: [{ language: 'ro', title: 'Ghid', description: `Altfel: ${newUrl}` }],
  });
  expect(await links.undo({ ...where, replacementId })).toEqual({ resources: 1 });
  expect(await textsOf(both)).toEqual({
    version: 4,
    links: [oldUrl],
    words: [
      ['hu', `Lásd: ${oldUrl}`, 1],
      ['ro', words(oldUrl), 1],
    ],
  });
  expect((await textsOf(changed)).words).toEqual([['ro', `Altfel: ${newUrl}`, 2]]);
});

/** The Romanian words of a resource. */
async function wordsOf(where: { network: string }, coordinator: TestPerson, resourceId: string) {
  const { texts } = await as(coordinator).library.one({ ...where, resourceId });
  return texts.find(({ language }) => language === 'ro')?.description;
}

test.each(['https://b.example.org/x y', 'https://b.example.org/a[1]', 'https://b.example.org/x.'])(
  'an address that words would not keep as it is replaces a link, and is refused where words name the old one: %s',
  async (newUrl) => {
    const { network, coordinator, where } = await openNetwork();
    const oldUrl = 'https://a.example.org/a';
    const words = `Vezi ${oldUrl}, apoi ${oldUrl}/b`;
    await newLinks(network, coordinator, oldUrl);
    const { links } = as(coordinator);
    expect(await links.replace({ ...where, oldUrl, newUrl })).toMatchObject({ resources: 1 });
    const resourceId = await newWords({ network, coordinator }, words);

    expect(await refusal(links.replace({ ...where, oldUrl, newUrl }))).toBe('link_not_in_words');

    expect(await wordsOf(where, coordinator, resourceId)).toBe(words);
    expect((await links.list(where)).replacements).toHaveLength(1);
  },
);

test('no description grows longer by another address than somebody could write it', async () => {
  const { network, coordinator, where } = await openNetwork();
  const oldUrl = 'https://a.example.org/a';
  const words = `${oldUrl} ${'x'.repeat(5000 - oldUrl.length - 1)}`;
  const resourceId = await newWords({ network, coordinator }, words);
  const { links } = as(coordinator);

  const longer = links.replace({ ...where, oldUrl, newUrl: `${oldUrl}b` });
  expect(await refusal(longer)).toBe('link_words_too_long');
  expect(await wordsOf(where, coordinator, resourceId)).toBe(words);
  await links.replace({ ...where, oldUrl, newUrl: 'https://a.example.org/b' });
});

test('an address that is longer than a link can be stays, and the one after it is replaced and comes back', async () => {
  const { network, coordinator, where } = await openNetwork();
  const [oldUrl, newUrl] = ['https://a.example.org/a', 'https://b.example.org/bb'];
  const words = (url: string) => `${oldUrl}${'x'.repeat(1000)} ${url} și ${oldUrl}/more, ${url}.`;
  const resourceId = await newWords({ network, coordinator }, words(oldUrl));
  const { links } = as(coordinator);

  const { replacementId } = await links.replace({ ...where, oldUrl, newUrl });
  expect(await wordsOf(where, coordinator, resourceId)).toBe(words(newUrl));
  // The long one is not looked at.
  expect((await links.list(where)).counts.waiting).toBe(2);
  await links.undo({ ...where, replacementId });
  expect(await wordsOf(where, coordinator, resourceId)).toBe(words(oldUrl));
});

test('undoing finds the words that a replacement made even where they do not name the address any more', async () => {
  const { network, coordinator, where } = await openNetwork();
  const [oldUrl, newUrl] = ['https://a.example.org/a', 'https://b.example.org/x y'];
  const made = `Vezi ${newUrl} aici`;
  const resourceId = await newWords({ network, coordinator }, made);
  const hash = createHash('sha256').update(made).digest('base64url');
  const texts = [{ resourceId, language: 'ro', places: [5], hash }];
  const id = randomUUID();
  const data = { id, networkId: network.id, oldUrl, newUrl, resources: 1, texts, createdAt: new Date() };
  await inNetwork(network.id, ({ prisma }) => prisma.linkReplacement.create({ data }));

  expect(await as(coordinator).links.undo({ ...where, replacementId: id })).toEqual({ resources: 1 });

  expect(await wordsOf(where, coordinator, resourceId)).toBe(`Vezi ${oldUrl} aici`);
});

test('what only looks like an address in words can be replaced by one', async () => {
  const { network, coordinator, where } = await openNetwork();
  const [oldUrl, newUrl] = ['https://999.1.1.1', 'https://b.example.org/b'];
  const resourceId = await newWords({ network, coordinator }, `Vezi ${oldUrl}.`);
  const { links } = as(coordinator);

  expect((await links.uses({ ...where, oldUrl })).map(({ id }) => id)).toEqual([resourceId]);
  const { replacementId } = await links.replace({ ...where, oldUrl, newUrl });
  expect(await wordsOf(where, coordinator, resourceId)).toBe(`Vezi ${newUrl}.`);
  await links.undo({ ...where, replacementId });
  expect(await wordsOf(where, coordinator, resourceId)).toBe(`Vezi ${oldUrl}.`);
});
