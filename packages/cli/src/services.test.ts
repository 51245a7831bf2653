import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { demoPassword } from '@tessera/core/identity/demo-logins.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { asService, type Command, killAll } from './commands.testing.ts';
import { inProject } from './project.ts';
import { nodeArgs } from './run.ts';
import { type House, openHouse, openLine, openWeb, signIn, signInForm } from './services.testing.ts';

// Web and worker as an operating system runs them in production: real processes without the settings of the demo, on a
// database that holds the demo networks all the same.

const patient = { timeout: 30_000, interval: 50 };
let house: House;

beforeAll(async () => {
  house = await openHouse('services');
}, 400_000);

afterAll(() => house.close());

test('a stopped web server answers what was asked before, refuses what comes after, and ends with 0', async () => {
  const { web, url } = await startWeb();

  const answer = await withClient(house.urls.adminUrl, async (client) => {
    await client.query('begin');
    await client.query('lock table login in access exclusive mode');
    const asked = signIn(url);
    const waiting = `select from pg_locks where relation = 'login'::regclass and not granted`;
    await vi.waitFor(async () => expect((await client.query(waiting)).rowCount).toBe(1), patient);
    web.terminate();
    await web.says('"msg":"closing"');
    await vi.waitFor(() => expect(statusOf(`${url}/healthz`)).resolves.toBe('refused'), patient);
    await client.query('commit');
    return asked;
  });

  expect(answer.status).toBe(302);
  expect(answer.headers.get('set-cookie')).toContain('tessera_session=');
  expect(await web.ended).toBe(0);
}, 120_000);

test('a web server that closes says so to who asks it meanwhile', async () => {
  const { web, url } = await startWeb();

  const answers = await withClient(house.urls.adminUrl, async (client) => {
    await client.query('begin');
    await client.query('lock table login in access exclusive mode');
    const line = await openSocket(url);
    line.ask('POST /sign-in HTTP/1.1', signInForm().toString());
    const waiting = `select from pg_locks where relation = 'login'::regclass and not granted`;
    await vi.waitFor(async () => expect((await client.query(waiting)).rowCount).toBe(1), patient);
    web.terminate();
    await web.says('"msg":"closing"');
    line.ask('GET /readyz HTTP/1.1');
    await client.query('commit');
    return line.answers;
  });

  expect(answers.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 302', 'HTTP/1.1 503']);
  expect(answers).toContain('{"state":"closing"}');
  expect(await web.ended).toBe(0);
}, 120_000);

test('without a database the web server lives and is not ready; once it is back, it is ready again', async () => {
  const line = await openLine(house.urls.appUrl);
  onTestFinished(line.cut);
  const { url } = await startWeb({ DATABASE_URL: line.url });
  expect(await statusOf(`${url}/readyz`)).toBe(200);

  line.cut();

  await vi.waitFor(() => expect(statusOf(`${url}/readyz`)).resolves.toBe(503), patient);
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ state: 'no_database' });
  expect(await statusOf(`${url}/healthz`)).toBe(200);
  expect(await statusOf(`${url}/`)).toBe(500);

  await line.mend();

  await vi.waitFor(() => expect(statusOf(`${url}/readyz`)).resolves.toBe(200), patient);
  expect(await statusOf(`${url}/`)).toBe(200);
}, 120_000);

test('the doors of the demo are shut without it, and nothing tells its password', async () => {
  const { url } = await startWeb();

  const doors = ['/dev/mail', '/dev/mail/one', '/dev/ui', '/dev/mail.data', '/dev/ui.data'];
  const statuses = await Promise.all(doors.map((path) => statusOf(`${url}${path}`)));
  const pages = await Promise.all(
    ['/', '/sign-in', '/sign-in.data', '/api/identity.demoLogins'].map(async (path) =>
      (await fetch(`${url}${path}`)).text(),
    ),
  );

  expect(statuses).toEqual(doors.map(() => 404));
  expect(pages[1]).toContain('type="password"');
  for (const page of pages) expect(page).not.toMatch(/seven-small-tiles|@demo\.example/);
}, 120_000);

test('no file that browsers get holds the password of the demo or its people', () => {
  const client = inProject('build/client');
  const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(js|css|json|html|map)$/.test(file),
  );

  const telling = files.filter((file) =>
    [demoPassword, 'coord.un', 'im.band'].some((word) =>
      readFileSync(join(client, file), 'utf8').includes(word),
    ),
  );

  expect(files.length).toBeGreaterThan(50);
  expect(telling).toEqual([]);
});

test('a stopped worker finishes its job, and no other worker does it again', async () => {
  const provider = await openProvider('im.band@demo.example');
  const settings = { RESEND_API_KEY: 're_test', RESEND_BASE_URL: provider.url };
  const { url } = await startWeb();
  const worker = startWorker(settings);
  await worker.says('"msg":"worker started"');
  await askForCode(url, 'im.band@demo.example');
  await vi.waitFor(() => expect(provider.mailsTo('im.band@demo.example')).toHaveLength(1), patient);

  worker.terminate();
  await worker.says('"msg":"worker closing"');
  provider.answer();

  expect(await worker.ended).toBe(0);
  expect(worker.output()).toContain('"msg":"worker closed"');
  const told = worker
    .output()
    .split('\n')
    .filter((line) => line.includes('"kind":"sign_in.code_requested"'));
  expect(told.map((line) => JSON.parse(line))).toMatchObject([{ msg: 'job done', sent: 1 }]);
  const next = startWorker(settings);
  await askForCode(url, 'coord.un@demo.example');
  await vi.waitFor(() => expect(provider.mailsTo('coord.un@demo.example')).toHaveLength(1), patient);
  next.terminate();
  expect(await next.ended).toBe(0);
  expect(provider.mailsTo('im.band@demo.example')).toHaveLength(1);
}, 90_000);

async function startWeb(others: Record<string, string> = {}): Promise<{ web: Command; url: string }> {
  const started = await openWeb(house, others);
  onTestFinished(() => killAll([started.web.pid]));
  return started;
}

function startWorker(others: Record<string, string>): Command {
  const worker = asService(nodeArgs(inProject('packages/cli/src/main.ts'), 'worker'), {
    ...house.settings,
    ...others,
  });
  onTestFinished(() => killAll([worker.pid]));
  return worker;
}

/** One connection on which several things are asked, one after the other. */
async function openSocket(url: string) {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  let text = '';
  socket.setEncoding('utf8').on('data', (data) => (text += data));
  const type = 'application/x-www-form-urlencoded';
  const ask = (line: string, body = '') =>
    socket.write(
      `${line}\r\nHost: ${host}\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
  return { ask, answers: once(socket, 'close').then(() => text) };
}

function askForCode(url: string, email: string): Promise<Response> {
  const body = new URLSearchParams({ email });
  return fetch(`${url}/sign-in/code/new`, { method: 'POST', body, redirect: 'manual' });
}

async function statusOf(url: string): Promise<number | 'refused'> {
  const answer = await fetch(url, { redirect: 'manual' }).catch(() => 'refused' as const);
  return answer === 'refused' ? answer : answer.status;
}

/** A provider of mails that keeps whoever writes to `slow` waiting until it shall answer. */
async function openProvider(slow: string) {
  const bodies: string[] = [];
  let answer = () => {};
  const answered = new Promise<void>((done) => (answer = done));
  const provider = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    bodies.push(body);
    if (body.includes(slow)) await answered;
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"taken"}');
  });
  await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done));
  onTestFinished(() => void provider.close());
  return {
    url: `http://127.0.0.1:${(provider.address() as AddressInfo).port}`,
    mailsTo: (email: string) => bodies.filter((body) => body.includes(email)),
    answer,
  };
}
