import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { type EmbeddedServer, openEmbedded, wipeEmbedded } from './embedded.server.ts';
import { commandLine } from './processes.server.ts';
import { withClient } from './provision.server.ts';
import { temporaryHome } from './testing.server.ts';

// Each test starts and stops servers; the folder is made once, as initdb is the slow part.
let home: string;

beforeAll(() => {
  home = temporaryHome();
  return async () => {
    await wipeEmbedded(home);
    rmSync(home, { recursive: true });
  };
}, 60_000);

beforeEach(async () => {
  const server = await openEmbedded({ home });
  await query(server, 'create table if not exists tile (id serial)');
  await server.close();
});

test('data outlive a stop, and nothing runs afterwards', async () => {
  const first = await openEmbedded({ home });
  await query(first, 'insert into tile default values');
  const pid = serverPid();
  await first.close();
  const isGone = commandLine(pid) === undefined;

  const second = await open();

  expect(isGone).toBe(true);
  expect(await query(second, 'select count(*)::int > 0 as kept from tile')).toEqual([{ kept: true }]);
  expect(second.port).toBe(first.port);
});

test('a server whose command was killed is taken over with what it committed', async () => {
  const other = await openInAnotherProcess();
  await kill(other);
  const pid = serverPid();

  const server = await open();

  expect(server.takenOver).toBe(true);
  expect(serverPid()).toBe(pid);
  expect(await query(server, `select to_regclass('by_another_process') is not null as kept`)).toEqual([
    { kept: true },
  ]);
});

test('after the server itself was killed, the next start recovers', async () => {
  const server = await openEmbedded({ home });
  await query(server, 'create table if not exists before_the_crash ()');
  process.kill(serverPid(), 'SIGKILL');

  const next = await open();

  expect(next.takenOver).toBe(false);
  expect(await query(next, `select to_regclass('before_the_crash') is not null as kept`)).toEqual([
    { kept: true },
  ]);
});

test('a process id left behind that belongs to a stranger by now is not touched', async () => {
  const stranger = spawn('sleep', ['60']);
  onTestFinished(() => void stranger.kill('SIGKILL'));
  writeFileSync(join(home, 'postgres/data/postmaster.pid'), `${stranger.pid}\n${home}\n0\n1\n\n127.0.0.1\n`);

  const server = await open();

  expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(stranger.exitCode ?? stranger.signalCode).toBe(null);
});

test('the server runs as long as one process uses it', async () => {
  const other = await openInAnotherProcess();
  const server = await openEmbedded({ home });
  await server.close();
  const isRunningForOther = commandLine(serverPid()) !== undefined;
  const refusal = wipeEmbedded(home);
  await expect(refusal).rejects.toThrow('in use by another process');

  const ended = new Promise((done) => other.once('exit', done));
  other.kill('SIGTERM');
  await ended;

  expect(isRunningForOther).toBe(true);
  expect(existsSync(join(home, 'postgres/data/postmaster.pid'))).toBe(false);
});

test('another port is chosen when the remembered one is taken', async () => {
  const { port } = JSON.parse(readFileSync(join(home, 'credentials.json'), 'utf8'));
  const stranger = createServer();
  await new Promise<void>((done) => stranger.listen(port, '127.0.0.1', done));
  onTestFinished(() => void stranger.close());

  const server = await open();

  expect(server.port).not.toBe(port);
  expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('secrets are random and readable for their owner only', () => {
  const file = join(home, 'credentials.json');
  const { admin, passwords } = JSON.parse(readFileSync(file, 'utf8'));

  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(new Set([admin, ...Object.values(passwords)]).size).toBe(4);
  expect(admin).toHaveLength(32);
  expect(readdirSync(join(home, 'postgres')).filter((name) => name.endsWith('.secret'))).toEqual([]);
});

async function open(): Promise<EmbeddedServer> {
  const server = await openEmbedded({ home });
  onTestFinished(server.close);
  return server;
}

/** A process that opens the server, makes a table, says "open" and waits. SIGTERM closes it in order. */
async function openInAnotherProcess(): Promise<ChildProcess> {
  const script = `
    import { openEmbedded } from '${fileURLToPath(new URL('./embedded.server.ts', import.meta.url))}';
    import { withClient } from '${fileURLToPath(new URL('./provision.server.ts', import.meta.url))}';
    const server = await openEmbedded({ home: ${JSON.stringify(home)} });
    await withClient(server.adminUrl(), (client) => client.query('create table if not exists by_another_process ()'));
    process.once('SIGTERM', () => server.close().then(() => process.exit(0)));
    process.stdin.on('end', () => process.exit(1)).resume();
    console.log('open');`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await new Promise((done, fail) => {
    child.stdout.once('data', done);
    child.stderr.once('data', (text) => fail(new Error(String(text))));
  });
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await ended;
}

function serverPid(): number {
  return Number(readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
}

function query(server: EmbeddedServer, sql: string): Promise<unknown[]> {
  return withClient(server.adminUrl(), async (client) => (await client.query(sql)).rows);
}
