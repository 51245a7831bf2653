import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbedded, wipeEmbedded } from './embedded.server.ts';
import { withClient } from './provision.server.ts';
import {
  cloneDatabase,
  type DatabaseUrls,
  dropDatabase,
  prepareTemplates,
  type ServerAccess,
  urlsOf,
} from './template.server.ts';

/** One server for all test runs of this project. */
export const TEST_HOME = fileURLToPath(new URL('../../../.tessera/test', import.meta.url));

const HOMES = join(TEST_HOME, 'homes');

const clones = new Map<string, Promise<DatabaseUrls>>();

/**
 * The database of this test worker, made when first asked for. It holds the demo networks with fixed dates; with
 * `empty` it holds the schema only. It is shared by the test files of one worker: each test makes its own network.
 */
export function workerDatabase({ empty = false }: { empty?: boolean } = {}): Promise<DatabaseUrls> {
  const server = testServer();
  const name = `worker_${process.env.TESSERA_TEST_RUN}_${process.env.VITEST_POOL_ID ?? 0}${empty ? '_empty' : ''}`;
  const clone = clones.get(name) ?? cloneDatabase(server, name, empty ? 'tessera_empty' : 'tessera_template');
  clones.set(name, clone);
  return clone;
}

/** A database of a single test, without any table of ours. */
export async function temporaryDatabase(): Promise<DatabaseUrls & { drop: () => Promise<void> }> {
  const server = testServer();
  const name = `worker_${process.env.TESSERA_TEST_RUN}_${randomUUID().replaceAll('-', '')}`;
  await withClient(server.adminUrl, (client) => client.query(`create database ${name}`));
  return { ...urlsOf(server, name), drop: () => dropDatabase(server, name) };
}

/**
 * Everything that is stored for a network, or about a person, as one text: equal before and after means that nothing
 * changed.
 */
export function fingerprintOf(
  adminUrl: string,
  id: string,
  column: 'network_id' | 'person_id' = 'network_id',
): Promise<string> {
  return withClient(adminUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select a.attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where a.attname = $1 and c.relkind = 'r' and n.nspname = 'public' order by 1`,
      [column],
    );
    const parts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ hash: string }>(
        `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${name} t where ${column} = $1`,
        [id],
      );
      parts.push(`${name} ${rows[0]?.hash}`);
    }
    return parts.join('\n');
  });
}

/** A folder for a server of a single test. What an interrupted run leaves there is ended and removed later. */
export function temporaryHome(): string {
  const home = join(HOMES, `${process.env.TESSERA_TEST_RUN}_${randomUUID()}`);
  mkdirSync(home, { recursive: true });
  return home;
}

/** Starts or joins the test server, with fresh templates. `close` drops the databases of this run and leaves. */
export async function openTestServer(report: (line: string) => void = console.log) {
  const server = await openEmbedded({ home: TEST_HOME, durable: false, report });
  const access: ServerAccess = {
    adminUrl: server.adminUrl(),
    passwords: server.credentials.passwords,
    data: join(TEST_HOME, 'data'),
  };
  const run = String(process.pid);
  await removeLeftovers(access, run);
  return {
    access,
    server,
    run,
    prepare: () => prepareTemplates(access, report),
    close: async () => {
      await removeLeftovers(access, run);
      await server.close();
    },
  };
}

/** Global set-up of vitest: workers find the server through the environment. */
export async function setup(): Promise<() => Promise<void>> {
  const { access, run, prepare, close } = await openTestServer();
  try {
    await prepare();
  } catch (error) {
    await close();
    throw error;
  }
  process.env.TESSERA_TEST_SERVER = JSON.stringify(access);
  process.env.TESSERA_TEST_RUN = run;
  // What cannot be removed now is removed by the next run; the tests have said what they had to say.
  return () => close().catch((error: unknown) => console.warn('Left for the next run:', error));
}

function testServer(): ServerAccess {
  const text = process.env.TESSERA_TEST_SERVER;
  if (!text) throw new Error('There is no test server: run tests with vitest or npm test.');
  return JSON.parse(text) as ServerAccess;
}

/** Databases and folders carry the process id of their run: those of this run and of killed ones go. */
async function removeLeftovers(server: ServerAccess, run: string): Promise<void> {
  const isOver = (owner: string | undefined) =>
    owner !== undefined && (owner === run || !isAlive(Number(owner)));
  const { rows } = await withClient(server.adminUrl, (client) =>
    client.query<{ datname: string }>('select datname from pg_database'),
  );
  for (const { datname } of rows) {
    if (isOver(datname.match(/^(?:worker|e2e)_(\d+)(_|$)/)?.[1])) await dropDatabase(server, datname);
  }
  for (const name of existsSync(HOMES) ? readdirSync(HOMES) : []) {
    if (!isOver(name.split('_')[0])) continue;
    await wipeEmbedded(join(HOMES, name));
    rmSync(join(HOMES, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
