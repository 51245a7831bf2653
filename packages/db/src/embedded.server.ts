import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Credentials, keepCredentials, readCredentials } from './embedded-credentials.server.ts';
import { chooseFolder } from './embedded-folder.server.ts';
import { EmbeddedError, findPrograms, type Programs, runProgram } from './embedded-programs.server.ts';
import { claim, commandLine, livingClaim, withFileLock } from './processes.server.ts';
import { withClient } from './provision.server.ts';

export type EmbeddedServer = {
  credentials: Credentials;
  port: number;
  /** True when a server was found running, for instance after a kill -9. */
  takenOver: boolean;
  /** The address of the superuser. */
  adminUrl: (database?: string) => string;
  isRunning: () => boolean;
  /** Stops the server unless another living process still uses it. */
  close: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** Folder for data, log and credentials; made when missing. */
  home: string;
  /** False trades safety against a power cut for speed: only for tests. */
  durable?: boolean;
  programs?: Programs;
  report?: (line: string) => void;
};

/**
 * Starts the embedded PostgreSQL of a folder, or joins it when it already runs.
 * Recovers by itself from whatever a killed process left behind.
 * @throws EmbeddedError with words for the person who started the command
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const home = resolve(options.home);
  mkdirSync(home, { recursive: true });
  const lock = join(home, 'postgres.lock');
  return withFileLock(lock, async () => {
    const { programs, folder } = chooseFolder(options.programs ?? findPrograms(), home, options.report);
    const data = join(folder, 'data');
    const credentials = readCredentials(home, existsSync(data));
    await initialise(programs, data, credentials);
    const running = await findRunning(programs, data, credentials);
    const port = running ?? (await start(programs, data, credentials, options));
    keepCredentials(home, { ...credentials, port });
    const holder = join(home, 'holders', String(process.pid));
    claim(holder);
    return {
      credentials: { ...credentials, port },
      port,
      takenOver: running !== undefined,
      adminUrl: (database = 'postgres') => urlOf(credentials, port, database, folder),
      isRunning: () => serverPid(data) !== undefined,
      close: () =>
        withFileLock(lock, async () => {
          rmSync(holder, { force: true });
          if (!hasHolders(home)) await stop(programs, data);
        }),
    };
  });
}

/** Ends the server of a folder if one runs and nobody uses it, then deletes its data, log and credentials. */
export async function wipeEmbedded(home: string): Promise<void> {
  await withFileLock(join(home, 'postgres.lock'), async () => {
    if (hasHolders(home))
      throw new EmbeddedError('The database is in use by another process. End that first.');
    const { programs, folder } = chooseFolder(findPrograms(), home);
    await stop(programs, join(folder, 'data'));
    rmSync(folder, { recursive: true, force: true });
    rmSync(join(home, 'credentials.json'), { force: true });
  });
}

async function initialise(programs: Programs, data: string, credentials: Credentials): Promise<void> {
  const version = (await runProgram(programs, 'pg_ctl', ['--version'])).match(/\) (\d+)/)?.[1] ?? '';
  if (existsSync(data)) {
    const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
    if (found === version) return;
    throw new EmbeddedError(
      `The data in ${data} belong to PostgreSQL ${found}, this is ${version}. Move them away, or start with --fresh.`,
    );
  }
  // Made beside its place and renamed when complete: a killed first start leaves nothing half-made.
  const draft = `${data}.new`;
  const secret = `${data}.secret`;
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(secret, `${credentials.admin}\n`, { mode: 0o600 });
  if (programs.user) chownSync(secret, programs.user.uid, programs.user.gid);
  try {
    const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
    const flags = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', `--locale=${locale}`];
    await runProgram(programs, 'initdb', [`--pgdata=${draft}`, `--pwfile=${secret}`, ...flags]);
    renameSync(draft, data);
  } finally {
    rmSync(secret, { force: true });
  }
}

/** The port of a server that already runs on this very data folder. Clears away what only looks like one. */
async function findRunning(
  programs: Programs,
  data: string,
  credentials: Credentials,
): Promise<number | undefined> {
  const pid = serverPid(data);
  if (pid === undefined) {
    rmSync(join(data, 'postmaster.pid'), { force: true });
    return undefined;
  }
  const port = Number(pidFile(data)[3]);
  const answer = await ask(urlOf(credentials, port, 'postgres'), 'show data_directory');
  if (answer !== undefined && realpathSync(answer) === realpathSync(data)) return port;
  await stop(programs, data);
  return undefined;
}

async function start(
  programs: Programs,
  data: string,
  credentials: Credentials,
  options: EmbeddedOptions,
): Promise<number> {
  const log = join(data, '..', 'server.log');
  rmSync(log, { force: true });
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(attempt === 1 ? credentials.port : undefined);
    try {
      const settings = serverSettings(port, join(data, '..'), options.durable !== false);
      await runProgram(programs, 'pg_ctl', [
        'start',
        '-w',
        '-t',
        '60',
        '-D',
        data,
        '-l',
        log,
        '-o',
        settings,
      ]);
      return port;
    } catch (error) {
      // The children of a killed server need a moment to notice; a port may be taken in between.
      if (attempt === 20)
        throw new EmbeddedError(`PostgreSQL does not start:\n${tail(log) || String(error)}`);
      await wait(500);
    }
  }
}

async function stop(programs: Programs, data: string): Promise<void> {
  const pid = serverPid(data);
  if (pid === undefined) return;
  const stopBy = (mode: string, seconds: string) =>
    runProgram(programs, 'pg_ctl', ['stop', '-w', '-D', data, '-m', mode, '-t', seconds]);
  await stopBy('fast', '5').catch(() => (serverPid(data) === undefined ? '' : stopBy('immediate', '3')));
  // The command answers when the file with the pid is gone, a moment before its process is.
  for (let waited = 0; waited < 3000 && commandLine(pid)?.includes(data); waited += 20) await wait(20);
}

function serverSettings(port: number, folder: string, durable: boolean): string {
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${socketFolder(folder) ?? ''}`,
    'max_connections=100',
    'shared_buffers=128MB',
    'timezone=UTC',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  return [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
}

// A socket costs half of what the way through the network does. Its name has to fit into 107 bytes, and the command that
// starts the server takes no blanks or quotes in it.
function socketFolder(folder: string): string | undefined {
  return /^[\w./-]{1,80}$/.test(folder) ? folder : undefined;
}

/** The pid of the server on this data folder; a pid that now belongs to another program does not count. */
function serverPid(data: string): number | undefined {
  const pid = Number(pidFile(data)[0]);
  return pid > 0 && commandLine(pid)?.includes(data) ? pid : undefined;
}

function pidFile(data: string): string[] {
  const file = join(data, 'postmaster.pid');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

/** Files of killed processes are removed on the way. */
function hasHolders(home: string): boolean {
  const folder = join(home, 'holders');
  if (!existsSync(folder)) return false;
  const living = readdirSync(folder).filter((name) => {
    if (livingClaim(join(folder, name)) !== undefined) return true;
    rmSync(join(folder, name), { force: true });
    return false;
  });
  return living.length > 0;
}

function urlOf(credentials: Credentials, port: number, database: string, folder?: string): string {
  const url = `postgresql://postgres:${credentials.admin}@127.0.0.1:${port}/${database}`;
  const hasSocket = folder !== undefined && existsSync(join(folder, `.s.PGSQL.${port}`));
  return hasSocket ? `${url}?host=${encodeURIComponent(folder)}` : url;
}

async function ask(url: string, sql: string): Promise<string | undefined> {
  try {
    const rows = await withClient(
      url,
      async (client) => (await client.query({ text: sql, rowMode: 'array' })).rows,
    );
    return String(rows[0]?.[0]);
  } catch {
    return undefined;
  }
}

async function freePort(wanted: number | undefined): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number | undefined>((done) => {
      const server = createServer();
      server.once('error', () => done(undefined));
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => done(typeof address === 'object' ? address?.port : undefined));
      });
    });
  const port = (wanted && (await tryPort(wanted))) || (await tryPort(0));
  if (!port) throw new EmbeddedError('There is no free port for the database.');
  return port;
}

function tail(file: string): string {
  return existsSync(file) && statSync(file).size > 0
    ? readFileSync(file, 'utf8').trim().split('\n').slice(-15).join('\n')
    : '';
}
