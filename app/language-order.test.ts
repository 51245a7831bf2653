import { newNetwork, newPerson, useTestDatabase } from '@tessera/core/testing.server.ts';
import { expect, test } from 'vitest';
import { openPages, signIn } from './server/testing.server.ts';

// Which language a page speaks: the one chosen in this browser, the person's own, the network's, the browser's, English.

// biome-ignore lint/correctness/useHookAtTopLevel: no hook of React
await useTestDatabase();
const { ask } = await openPages();

/** The language of a page, as its markup and its head say it. */
async function spoken(path: string, accepted: string, cookie?: string): Promise<string> {
  const answer = await ask({ path, cookie, headers: { 'Accept-Language': accepted } });
  const html = await answer.text();
  const language = /<html lang="([a-z-]+)"/.exec(html)?.[1];
  expect([path, answer.headers.get('Content-Language')]).toEqual([path, language]);
  return language ?? '';
}

test('who is signed in reads their own language, whatever the network and the browser say', async () => {
  const network = await newNetwork();
  const cookie = await signIn(await newPerson(network, 'coordinator', null, { language: 'hu' }));

  const pages = [`/n/${network.code}`, `/n/${network.code}/members`, '/home', '/', '/nowhere'];
  for (const path of pages) expect([path, await spoken(path, 'de', cookie)]).toEqual([path, 'hu']);
});

test('who is signed in without a language reads that of the network, and elsewhere that of the browser', async () => {
  const network = await newNetwork();
  const cookie = await signIn(await newPerson(network, 'coordinator', null, { language: null }));

  expect(await spoken(`/n/${network.code}/members`, 'de', cookie)).toBe('ro');
  expect(await spoken('/home', 'de', cookie)).toBe('de');
});

test('a visitor reads a network in its own language, also where the browser wishes another one that it offers', async () => {
  const { code } = await newNetwork();

  for (const path of [`/n/${code}`, `/n/${code}/trainings?when=all`, `/n/${code}/nowhere`])
    for (const accepted of ['de', 'hu,ro;q=0.1', ''])
      expect([path, await spoken(path, accepted)]).toEqual([path, 'ro']);
  expect(await spoken('/n/nowhere-at-all', 'de')).toBe('de');
});

test('a network whose language has no interface is read in the next of its languages, else in the browser’s', async () => {
  const next = await newNetwork({ languages: ['uk', 'hu'] });
  const none = await newNetwork({ languages: ['uk'] });

  expect(await spoken(`/n/${next.code}`, 'de')).toBe('hu');
  expect(await spoken(`/n/${none.code}`, 'de')).toBe('de');
  expect(await spoken(`/n/${none.code}`, 'uk')).toBe('en');
});

test.each([
  ['de', 'de'],
  ['de-AT,en;q=0.5', 'de'],
  ['DE', 'de'],
  ['hu;q=0.5, ro-RO', 'ro'],
  ['xx, hu;q=0.2', 'hu'],
  ['en;q=0, fi', 'fi'],
  ['', 'en'],
  ['*', 'en'],
  ['xx', 'en'],
  [',;q=1,;,', 'en'],
  ['de;q=', 'de'],
  ['de;q=1.1.1, fi;q=0.1', 'fi'],
  ['__proto__, constructor, toString', 'en'],
  [`${'xx,'.repeat(100)}de`, 'en'],
])('a page of the platform for a browser that accepts "%s" speaks %s', async (accepted, language) => {
  expect(await spoken('/', accepted)).toBe(language);
});

test('what was chosen in this browser comes first, but for an address that asks for a language', async () => {
  const network = await newNetwork();
  const own = await signIn(await newPerson(network, 'coordinator', null, { language: 'hu' }));

  for (const path of [`/n/${network.code}`, '/home', '/nowhere'])
    expect([path, await spoken(path, 'de', `${own}; tessera_language=fi`)]).toEqual([path, 'fi']);
  expect(await spoken(`/n/${network.code}?lang=pl`, 'de', `${own}; tessera_language=fi`)).toBe('pl');
  expect(await spoken(`/n/${network.code}?lang=xx`, 'de', 'tessera_language=xx')).toBe('ro');
  expect(await spoken('/?lang[]=hu&lang=', 'de', 'tessera_language=')).toBe('de');
});

test('switching leads back to the page with what was asked of it, and stays', async () => {
  const { code } = await newNetwork();
  const next = `/n/${code}/trainings?when=all&q=risk+%26+fire`;

  const switched = await ask({ path: '/language', form: { language: 'hu', next } });
  const cookies = switched.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
  const choice = cookies.find((each) => each.startsWith('tessera_language='));

  expect([switched.status, switched.headers.get('Location')]).toEqual([302, next]);
  expect(choice).toBe('tessera_language=hu');
  for (const path of [next, '/', '/nowhere'])
    expect([path, await spoken(path, 'de', choice)]).toEqual([path, 'hu']);
});

test.each([
  ['/n/un?lang=ro', '/n/un'],
  ['/n/un/trainings?q=a&lang=ro&page=2', '/n/un/trainings?q=a&page=2'],
  ['https://evil.example/', '/language'],
  ['//evil.example', '/language'],
])('switching on %s leads to %s', async (next, location) => {
  const switched = await ask({ path: '/language', form: { language: 'hu', next } });

  expect(switched.headers.get('Location')).toBe(location);
});

test('what somebody switches to while signed in is theirs on every device', async () => {
  const network = await newNetwork();
  const person = await newPerson(network, 'coordinator', null, { language: null });
  const other = await signIn(person);

  await ask({ path: '/language', form: { language: 'sl', next: '/home' }, cookie: await signIn(person) });

  expect(await spoken('/home', 'de', other)).toBe('sl');
  expect(await spoken(`/n/${network.code}`, 'de', other)).toBe('sl');
});

test('a language that does not exist changes nothing', async () => {
  const switched = await ask({ path: '/language', form: { language: 'xx', next: '/' } });

  expect(switched.status).toBe(422);
  expect(switched.headers.getSetCookie().filter((each) => each.startsWith('tessera_language'))).toEqual([]);
});

test('the data of a page in another language than the document that asks for them are a new document', async () => {
  const { code } = await newNetwork();
  const headers = { 'Accept-Language': 'de', 'X-Document-Language': 'de' };

  const there = await ask({ path: `/n/${code}/trainings.data?when=all`, headers });
  const same = await ask({ path: '/networks.data', headers });
  const chosen = await ask({
    path: `/n/${code}/trainings.data?when=all`,
    headers: { ...headers, 'X-Page-Language': 'de' },
  });

  const data = await there.text();
  expect(data).toContain(`"/n/${code}/trainings?when=all"`);
  expect(data).toMatch(/"reload",true|"reload":true/);
  for (const each of [same, chosen]) expect(await each.text()).not.toContain('SingleFetchRedirect');
});
