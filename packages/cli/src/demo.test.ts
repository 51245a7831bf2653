import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { livingClaim } from '@tessera/db/processes.server.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { temporaryHome } from '@tessera/db/testing.server.ts';
import { demoLogins, demoPassword } from '@tessera/prisma/seed/logins.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Command, inTerminal, killAll, processesIn } from './commands.testing.ts';
import { freePort } from './ports.ts';
import { ROOT } from './project.ts';

// One demo, started, stopped and killed as the README says it may be: each test goes on where the one before ended.
// The first start may have to build the pages; what comes after it takes seconds.

const patient = { timeout: 30_000, interval: 50 };
let home: string;
let beside: string;
let port: number;
let url: string;
let demo: Command;
let session: string;

beforeAll(async () => {
  home = temporaryHome();
  beside = mkdtempSync(join(tmpdir(), 'tessera-demo-'));
  port = await freePort();
  url = `http://127.0.0.1:${port}`;
});

afterAll(() => {
  for (const folder of [home, beside]) {
    killAll(processesIn(folder));
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the first start names each step and who can sign in, and one of them does', async () => {
  demo = await start();

  const steps = [...demo.output().matchAll(/^([A-Z][a-z ]+)(?: \.\.\.|:) .*\d+\.\d s$/gm)];
  expect([...steps.map(([, name]) => name), 'Demo networks'].sort()).toEqual([
    'Database',
    'Database client',
    'Demo networks',
    'Demo networks',
    'Pages',
    'Roles and migrations',
    'Web and worker',
  ]);
  expect(demo.output()).toContain(`Tessera runs at http://localhost:${port} (ready after`);
  expect(demo.output()).toContain(`The password of all is: ${demoPassword}`);
  const lines = demo.output().split('\n');
  const isNamed = ({ email, role }: { email: string; role: string }) =>
    lines.some((line) => line.includes(` ${email} `) && line.includes(` ${role} `));
  expect(demoLogins.filter((login) => !isNamed(login))).toEqual([]);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  session = sessionOf(await signIn());
  expect(await statusAtHome(session)).toBe(200);
}, 400_000);

test('a second one beside it says that the demo runs; one with other data names the port and the way out', async () => {
  const second = inTerminal('npm', ['run', 'demo'], { env: settings() });
  const stranger = inTerminal('npm', ['run', 'demo'], { env: settings({ TESSERA_DATA: beside }) });

  const codes = await Promise.all([second.ended, stranger.ended]);

  expect(codes).toEqual([1, 1]);
  expect(second.output()).toMatch(/The demo already runs \(process \d+\)\. Stop that one first\./);
  expect(stranger.output()).toMatch(
    new RegExp(`Port ${port} is taken by another program\\. .* PORT=\\d+ npm run demo`),
  );
  expect(await statusAtHome(session)).toBe(200);
  expect(processesIn(beside)).toEqual([]);
}, 120_000);

test('Ctrl-C answers what was asked before, and ends all that was started', async () => {
  await demo.says('"msg":"worker started"');
  const { answer } = await withClient(database(), async (client) => {
    await client.query('begin');
    await client.query('lock table login in access exclusive mode');
    const asked = signIn();
    const waiting = `select from pg_locks where relation = 'login'::regclass and not granted`;
    await vi.waitFor(async () => expect((await client.query(waiting)).rowCount).toBe(1), patient);
    demo.interrupt();
    await demo.says('"msg":"closing"');
    // A request may take so long after it; what is stopped at once would be cut by now.
    await client.query('select pg_sleep(5)');
    await client.query('commit');
    return { answer: await asked };
  });

  expect(answer.status).toBe(302);
  expect(await demo.ended).toBe(0);
  expect(demo.output()).toContain('"msg":"worker closed"');
  expect(processesIn(home)).toEqual([]);
  expect(await isFree(port)).toBe(true);
}, 120_000);

test('the next start keeps what was changed', async () => {
  demo = await start();

  expect(demo.output()).toContain('Demo networks ... kept');
  expect(demo.output()).toContain('Roles and migrations ... up to date');
  expect(await statusAtHome(session)).toBe(200);
}, 120_000);

test('after a kill of the command alone, the next start takes over what it left', async () => {
  const server = serverPid();
  process.kill(commandPid(), 'SIGKILL');
  expect(await demo.ended).not.toBe(0);

  demo = await start();

  expect(serverPid()).toBe(server);
  expect(demo.output()).toContain('Demo networks ... kept');
  expect(await statusAtHome(session)).toBe(200);
}, 120_000);

test('after a kill of everything, the database too, the next start recovers', async () => {
  killAll(processesIn(home));
  await vi.waitFor(() => expect(processesIn(home)).toEqual([]), patient);

  demo = await start();

  expect(demo.output()).toContain('Demo networks ... kept');
  expect(await statusAtHome(session)).toBe(200);
  demo.interrupt();
  expect(await demo.ended).toBe(0);
  expect(processesIn(home)).toEqual([]);
}, 120_000);

// Only root can become somebody else, and only where the project is open to others. Whoever runs the tests as an ordinary
// user has seen all of this above.
const user = ordinaryUser();
if (user)
  test('an ordinary user runs it where the tests run as root', async () => {
    spawnSync('cp', ['-Rp', `${home}/.`, beside]);
    for (const name of ['', ...readdirSync(beside, { recursive: true, encoding: 'utf8' })])
      chownSync(join(beside, name), user.uid, user.gid);

    const env = { TESSERA_DATA: beside, HOME: beside, TMPDIR: beside };
    const theirs = inTerminal('npm', ['run', 'demo'], { env: settings(env), user });
    await theirs.says('Stop with Ctrl-C');

    expect(theirs.output()).toContain('Demo networks ... kept');
    expect(await statusAtHome(session)).toBe(200);
    theirs.interrupt();
    expect(await theirs.ended).toBe(0);
    expect(processesIn(beside)).toEqual([]);
  }, 120_000);

async function start(): Promise<Command> {
  const command = inTerminal('npm', ['run', 'demo'], { env: settings() });
  await command.says('Stop with Ctrl-C');
  return command;
}

function settings(others: Record<string, string> = {}): Record<string, string> {
  return { PORT: String(port), TESSERA_DATA: home, ...others };
}

function signIn(): Promise<Response> {
  const body = new URLSearchParams({ email: 'coord.un@demo.example', password: demoPassword });
  return fetch(`${url}/sign-in`, { method: 'POST', body, redirect: 'manual' });
}

function sessionOf(answer: Response): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** The page of somebody who is signed in; everybody else is sent away from it. */
async function statusAtHome(cookie: string): Promise<number> {
  return (await fetch(`${url}/home`, { headers: { cookie }, redirect: 'manual' })).status;
}

function database(): string {
  const { admin, port } = JSON.parse(readFileSync(join(home, 'credentials.json'), 'utf8'));
  return `postgresql://postgres:${admin}@127.0.0.1:${port}/tessera`;
}

function commandPid(): number {
  return livingClaim(join(home, 'run', 'demo.json')) ?? Number.NaN;
}

function serverPid(): number {
  return Number(readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
}

function isFree(wanted: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(wanted, '127.0.0.1', () => server.close(() => done(true)));
  });
}

function ordinaryUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const ask = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  const [uid, gid] = [ask('-u'), ask('-g')];
  if (!uid || !gid) return undefined;
  const { status } = spawnSync('test', ['-r', join(ROOT, 'package.json')], { uid, gid, cwd: '/' });
  return status === 0 ? { uid, gid } : undefined;
}
