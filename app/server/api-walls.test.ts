import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSession } from '@tessera/core/identity/sessions.server.ts';
import { newDraft } from '@tessera/core/library/library.testing.server.ts';
import { newNetwork, newPerson, useTestDatabase } from '@tessera/core/testing.server.ts';
import express from 'express';
import { afterAll, expect, test } from 'vitest';
import * as entry from '../entry.server.tsx';
import { apiHandler } from './api-handler.server.ts';
import {
  dropUnreadBodies,
  refuseForeignWrites,
  refuseMalformed,
  refuseUnusableBodies,
} from './guards.server.ts';
import { identify } from './headers.server.ts';
import type { Entry } from './incoming.server.ts';

// What no program of ours sends to the interface for programs: it is told so, in its own format, and learns nothing of how
// the house is built.

// biome-ignore lint/correctness/useHookAtTopLevel: no hook of React
await useTestDatabase();

const app = express().use(
  identify,
  refuseMalformed,
  refuseForeignWrites,
  refuseUnusableBodies,
  dropUnreadBodies,
);
app.use(
  '/api',
  apiHandler(async () => entry as unknown as Entry),
);
const server = createServer(app);
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const { port } = server.address() as AddressInfo;
afterAll(() => new Promise((closed) => server.close(closed)));

type Sent = { method?: string; headers?: Record<string, string>; body?: string };
type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

// `fetch` cleans what it sends; here it must arrive as it is.
function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const asking = request(
      { host: '127.0.0.1', port, path, method, headers: { ...length, ...headers }, agent: false },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      },
    );
    asking.on('error', reject);
    asking.end(body);
  });
}

const json = { 'Content-Type': 'application/json' };
const post = (body: string, headers: Record<string, string> = json): Sent => ({
  method: 'POST',
  headers,
  body,
});
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const input = (value: string) => `?input=${encodeURIComponent(value)}`;
const many = (procedure: string, count: number) => Array(count).fill(procedure).join(',');
const signIn = '/api/trpc/identity.signIn';

const cases: [string, string, Sent?][] = [
  ['malformed JSON', signIn, post('{"email":')],
  ['no body', signIn, post('')],
  ['text in place of an object', signIn, post('"x"')],
  ['null', signIn, post('null')],
  ['a number', signIn, post('1e999')],
  ['names of prototypes', signIn, post('{"__proto__":{"email":"x"},"constructor":{}}')],
  ['a null character', signIn, post('{"email":"a\\u0000@b.example","password":"x"}')],
  ['half a character', signIn, post('{"email":"\\ud800@b.example","password":"\\ud800"}')],
  ['deep nesting', signIn, post(nested(200_000))],
  ['deep nesting inside', signIn, post(`{"email":${nested(100_000)},"password":"x"}`)],
  ['a form', signIn, post('email=a', { 'Content-Type': 'application/x-www-form-urlencoded' })],
  ['XML', signIn, post('<a/>', { 'Content-Type': 'text/xml' })],
  ['no content type', signIn, post('{}', {})],
  ['nonsense as content type', signIn, post('{}', { 'Content-Type': ';;;' })],
  ['a cut upload', signIn, post('--x\r\nbroken', { 'Content-Type': 'multipart/form-data; boundary=x' })],
  ['a body over the limit', signIn, post(`{"email":"${'a'.repeat(1_000_001)}"}`)],
  ['an unknown procedure', '/api/trpc/nothing.here', post('{}')],
  ['a procedure of prototypes', '/api/trpc/__proto__.toString', post('{}')],
  ['a procedure of constructors', '/api/trpc/constructor', post('{}')],
  ['no procedure', '/api/trpc/'],
  ['a path upwards', '/api/trpc/..%2f..%2fpackage.json'],
  ['a change by GET', signIn],
  ['a question by POST', '/api/trpc/networks.publicTree', post('{}')],
  ['PUT', signIn, { method: 'PUT', headers: json, body: '{}' }],
  ['DELETE', signIn, { method: 'DELETE' }],
  ['PATCH', '/api/trpc/networks.publicTree', { method: 'PATCH', headers: json, body: '{}' }],
  ['malformed input', `/api/trpc/networks.page${input('{"network":')}`],
  ['deep input', `/api/trpc/networks.page${input(nested(2000))}`],
  ['input that is no text', `/api/trpc/networks.page${input('{"network":{"a":[1]}}')}`],
  ['a batch of 1,000 unknown', `/api/trpc/${many('a.b', 1000)}?batch=1`],
  ['a batch of 1,000 known', `/api/trpc/${many('trainings.next', 1000)}?batch=1&input=%7B%7D`],
  ['a batch of 100 known', `/api/trpc/${many('networks.publicTree', 100)}?batch=1&input=%7B%7D`],
  ['a batch of 21 known', `/api/trpc/${many('networks.publicTree', 21)}?batch=1&input=%7B%7D`],
  ['a batch of 100 changes', `/api/trpc/${many('identity.signIn', 100)}?batch=1`, post('{}')],
  ['a batch of the wrong shape', '/api/trpc/networks.page,networks.page?batch=1&input=[['],
  ['a batch that is none', '/api/trpc/networks.publicTree,networks.publicTree?batch=0'],
  ['settings of a connection', '/api/trpc/networks.page?connectionParams=%7B'],
  ['REST: POST', '/api/networks', post('{')],
  ['REST: DELETE', '/api/networks/un', { method: 'DELETE' }],
  ['REST: unknown', '/api/nothing'],
  ['REST: a change of tRPC', '/api/identity.signIn', post('{}')],
  ['REST: no id', '/api/networks/un/trainings/what-is-this'],
  ['REST: a list in place of a word', '/api/networks/un/trainings?page=1&page=2&sort=a&sort=b'],
  ['REST: no page', '/api/networks/un/trainings?page=abc'],
  ['REST: an endless word', `/api/networks/un/trainings?q=${'x'.repeat(9000)}`],
  ['REST: an object', '/api/networks/un/trainings?q[$ne]=1&page=x'],
  ['REST: a path upwards', '/api/networks/..%2f..%2fetc%2fpasswd'],
  ['the description, by POST', '/api/openapi.json', post('{}')],
];

for (const [name, path, sent] of cases) {
  test(`the interface for programs refuses ${name}`, async () => {
    const { status, headers, text } = await send(path, sent);

    expect(Math.floor(status / 100), `${status} ${text.slice(0, 300)}`).toBe(4);
    expect(text).not.toMatch(
      /\n\s+at |\\n\s+at |node_modules|prisma|packages\/|\.server\.ts|\/(work|home|usr)\//i,
    );
    // Node itself answers what no server should read at all, without a word.
    if (text) expect(headers['content-type']).toContain('json');
  });
}

test('what programs of ours send is answered', async () => {
  const one = await send('/api/trpc/networks.publicTree');
  const two = await send('/api/trpc/networks.publicTree,networks.publicTree?batch=1&input=%7B%7D');
  const rest = await send('/api/networks/un');

  expect([one.status, two.status, rest.status]).toEqual([200, 200, 200]);
  expect(JSON.parse(two.text)).toHaveLength(2);
});

test('an endpoint answers in nobody’s name, whoever’s browser asks', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const id = await newDraft(network, coordinator, { visibility: 'public' });
  const [cookie = ''] = (await openSession(coordinator.personId, 'a browser')).split(';');
  const asked = (path: string) => send(path, { headers: { Cookie: cookie } });

  const question = input(JSON.stringify({ network: network.code, resourceId: id }));
  const [own, rest, list] = [
    await asked(`/api/trpc/library.one${question}`),
    await asked(`/api/networks/${network.code}/library/${id}`),
    await asked(`/api/networks/${network.code}/library`),
  ];

  expect([own.status, rest.status, list.status]).toEqual([200, 404, 200]);
  expect(list.text).not.toContain(id);
});

test('nobody in between keeps an answer', async () => {
  for (const path of [
    '/api/trpc/networks.publicTree',
    '/api/networks/un',
    '/api/openapi.json',
    '/api/nothing',
  ]) {
    const { headers } = await send(path);
    expect([path, headers['cache-control']]).toEqual([path, 'private, no-store']);
    expect(String(headers.vary)).toMatch(/cookie/i);
  }
});

test('a write that another site began is refused before it is read', async () => {
  const foreign: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://elsewhere.example' },
    { Origin: 'null' },
  ];

  for (const headers of foreign) {
    const answer = await send(signIn, post('{}', { ...json, ...headers }));
    expect([headers, answer.status]).toEqual([headers, 403]);
  }
});
