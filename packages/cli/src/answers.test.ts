import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '@tessera/db/provision.server.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Command } from './commands.testing.ts';
import { inProject } from './project.ts';
import { type House, openHouse, openLine, openWeb, signIn } from './services.testing.ts';

// What every answer of the web server carries, whatever it is about: a production behind https, asked as a proxy asks it.

let house: House;
let line: Awaited<ReturnType<typeof openLine>>;
let web: Command;
let url: string;
let cookie: string;
let training: string;

beforeAll(async () => {
  house = await openHouse('answers');
  line = await openLine(house.urls.appUrl);
  const secure = { APP_URL: 'https://tessera.example', DATABASE_URL: line.url };
  ({ web, url } = await openWeb(house, secure));
  [cookie = ''] = (await signIn(url)).headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
  const find = `select t.id from training t join network n on n.id = t.network_id where n.code = 'un' and t.code = 'UN-T1'`;
  const { rows } = await withClient(house.urls.adminUrl, (client) => client.query(find));
  training = `/n/un/trainings/${rows[0].id}`;
}, 400_000);

afterAll(() => {
  line.cut();
  return house.close();
});

const visited = ['/', '/sign-in', '/n/un', '/n/un?lang=hu', '/n/bg-model/cards', '/n/bg-model/cards/spot'];
const printed = ['/n/bg-model/cards/print'];

test('what runs in a page runs by the nonce of that one answer', async () => {
  const own = ['/home', `${training}/manage`, `${training}/attendance`, `${training}/check-in`];
  const cases: [path: string, status: number, headers?: Record<string, string>][] = [
    ...[...visited, ...printed, training].map((path): [string, number] => [path, 200]),
    ...own.map((path): [string, number, Record<string, string>] => [path, 200, { cookie }]),
    ['/nowhere', 404],
    ['/n/nowhere', 404],
    ['/n/un/%E0%A4%A', 400],
  ];
  for (const [path, status, headers] of cases) {
    const [first, second] = [await ask(path, headers), await ask(path, headers)];

    expect([path, first.status]).toEqual([path, status]);
    const nonces = [await nonceOf(first, path), await nonceOf(second, path)];
    expect(new Set(nonces).size, path).toBe(2);
  }
});

test('every answer has a number, and what was asked stands in the log under it', async () => {
  const answers: Record<string, Response> = {};
  for (const path of [
    '/',
    '/nowhere',
    '/n/un.data',
    '/home',
    '/api/networks',
    '/a%00b',
    '/healthz',
    '/readyz',
  ])
    answers[path] = await ask(path);
  answers['/sign-in'] = await signIn(url, { 'Sec-Fetch-Site': 'cross-site' });
  answers[asset(/\.css$/)] = await ask(asset(/\.css$/));

  const numbers = Object.values(answers).map(({ headers }) => headers.get('x-request-id'));
  for (const number of numbers) expect(number).toMatch(/^[0-9a-f-]{36}$/);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const path of ['/', '/nowhere', '/n/un.data', '/home', '/sign-in']) {
    const { headers, status } = answers[path] as Response;
    const told = { requestId: headers.get('x-request-id'), path, status };
    await vi.waitFor(() => expect(lines()).toContainEqual(expect.objectContaining(told)), patient);
  }
});

const patient = { timeout: 10_000, interval: 50 };

test.each([
  ['br, gzip', 'br'],
  ['gzip', 'gzip'],
  ['identity', null],
])('text travels small to who takes %s', async (accepted, encoding) => {
  for (const path of [
    '/',
    '/nowhere',
    '/n/un.data',
    '/api/networks',
    '/n/un/feed.xml',
    asset(/\.js$/),
    asset(/\.css$/),
  ]) {
    const answer = await ask(path, { 'Accept-Encoding': accepted });
    expect([path, answer.headers.get('content-encoding')]).toEqual([path, encoding]);
    expect(answer.headers.get('vary'), path).toMatch(/accept-encoding/i);
  }
});

test('what is packed already travels as it is', async () => {
  const paths = {
    [asset(/\.woff2$/)]: 'font/woff2',
    '/n/bg-model/cards/print.pdf?language=ps&situation=birth': 'application/pdf',
    [`${training}/certificates.zip`]: 'application/zip',
    '/n/un/institutions.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
  for (const [path, type] of Object.entries(paths)) {
    const { status, headers, body } = await ask(path, { cookie, 'Accept-Encoding': 'br, gzip' });
    await body?.cancel();
    expect([path, status, headers.get('content-type'), headers.get('content-encoding')]).toEqual([
      path,
      200,
      type,
      null,
    ]);
  }
});

const forms: [where: string, headers: Record<string, string>, isTaken: boolean][] = [
  ['from a page of this site', { 'Sec-Fetch-Site': 'same-origin' }, true],
  ['by an older browser from this site', { Origin: 'own' }, true],
  ['from another site', { 'Sec-Fetch-Site': 'cross-site' }, false],
  ['from a neighbour of this site', { 'Sec-Fetch-Site': 'same-site' }, false],
  ['by an older browser from another site', { Origin: 'https://evil.example' }, false],
];

test.each(forms)('a form sent %s', async (_where, { Origin, ...headers }, isTaken) => {
  const sent = await signIn(url, { ...headers, ...(Origin && { Origin: Origin === 'own' ? url : Origin }) });

  expect([sent.status, sent.headers.getSetCookie().length > 0]).toEqual(isTaken ? [302, true] : [403, false]);
});

test('another site changes nothing through data of pages or the API either', async () => {
  const statuses = await Promise.all(
    ['/theme.data', '/api/identity.signOut', '/api/networks/un/trainings', '/dev/mail'].map(async (path) => {
      const headers = { cookie, 'Sec-Fetch-Site': 'cross-site' };
      return (await post(path, { theme: 'dark' }, headers)).status;
    }),
  );

  expect(statuses).toEqual([403, 403, 403, 403]);
  expect((await ask('/home', { cookie })).status).toBe(200);
});

test('no script reads a cookie, no other site sends one along with a form, none travels openly', async () => {
  const email = 'im.band@demo.example';
  const answers = [
    await signIn(url),
    await post('/language', { language: 'hu', next: '/' }),
    await post('/theme', { theme: 'dark', next: '/' }),
    await post('/sign-in/code/new', { email }),
    await post('/password-reset', { email }),
    await ask('/sign-in/callback/un'),
  ];

  const cookies = answers.flatMap(({ headers }) => headers.getSetCookie());
  expect([...new Set(cookies.map((each) => each.split('=')[0]))].sort()).toEqual([
    'tessera_code_address',
    'tessera_flash',
    'tessera_language',
    'tessera_own_account',
    'tessera_session',
    'tessera_theme',
  ]);
  for (const each of cookies) {
    const attributes = each.toLowerCase().split('; ');
    expect(attributes, each).toEqual(expect.arrayContaining(['httponly', 'secure', 'samesite=lax']));
    expect(each).not.toMatch(/domain=/i);
  }
});

test('a page that fails tells a number, and the failure stands in the log under it', async () => {
  line.cut();

  const failed = [await ask('/'), await ask('/')];

  expect(failed.map(({ status }) => status)).toEqual([500, 500]);
  const nonces = await Promise.all(failed.map((answer) => nonceOf(answer, '/')));
  expect(new Set(nonces).size).toBe(2);
  const requestId = failed[0]?.headers.get('x-request-id');
  await vi.waitFor(() => {
    const told = lines().filter((each) => each.requestId === requestId && each.path === '/');
    expect(told).toContainEqual(expect.objectContaining({ status: 500 }));
    expect(told).toContainEqual(expect.objectContaining({ error: expect.any(String) }));
  }, patient);
});

function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url + path, { headers, redirect: 'manual' });
}

function post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  return fetch(url + path, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' });
}

/** The nonce of an answer, after a look at whether everything that runs or looks like something in it carries it. */
async function nonceOf(answer: Response, path: string): Promise<string> {
  const policy = answer.headers.get('content-security-policy') ?? '';
  const nonce = /script-src [^;]*'nonce-([^']{16,})'/.exec(policy)?.[1] ?? '';
  const html = await answer.text();
  const wild = [...html.matchAll(/<(?:script|style)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !tag.includes(` nonce="${nonce}"`) && !tag.includes('type="application/ld+json"'));
  expect([path, nonce === '', wild]).toEqual([path, false, []]);
  expect(html, path).not.toMatch(/<[^>]+\son[a-z]+=/);
  return nonce;
}

function asset(kind: RegExp): string {
  const folder = inProject('build/client/assets');
  const isLarge = (name: string) => statSync(join(folder, name)).size > 10_000;
  return `/assets/${readdirSync(folder).find((name) => kind.test(name) && isLarge(name))}`;
}

function lines(): Record<string, unknown>[] {
  return web
    .output()
    .split('\n')
    .filter((each) => each.startsWith('{'))
    .map((each) => JSON.parse(each));
}
