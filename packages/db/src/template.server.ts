import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import type { Passwords } from './embedded-credentials.server.ts';
import { hashFiles } from './hash.server.ts';
import { migrate } from './migrate.server.ts';
import { limitDatabase, loginUrl, provision, withClient } from './provision.server.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MIGRATIONS = ['prisma/migrations', 'packages/db/src/provision.server.ts'];
const SEED = ['prisma/seed', 'packages/core/src', 'packages/db/src', 'packages/documents/src'];

/** The addresses of one database, one for each login. */
export type DatabaseUrls = { adminUrl: string; ownerUrl: string; appUrl: string; jobsUrl: string };

/** A server with its secrets; plain data, so that it can travel to another process. */
export type ServerAccess = { adminUrl: string; passwords: Passwords; data: string };

/**
 * Makes the two databases that tests are cloned from, unless they are up to date: `tessera_empty` holds the schema,
 * `tessera_template` the demo networks with fixed dates as well.
 */
export async function prepareTemplates(server: ServerAccess, report: (line: string) => void): Promise<void> {
  const schema = hashFiles(ROOT, MIGRATIONS);
  const isSeedKept = process.env.TESSERA_KEEP_TEMPLATE === '1';
  await ensureTemplate(server, 'tessera_empty', schema, async () => {});
  await ensureTemplate(
    server,
    'tessera_template',
    isSeedKept ? schema : `${schema} ${hashFiles(ROOT, SEED)}`,
    (name) => seed(server, name, report),
  );
}

/** Clones a template. An existing database of that name stays as it is. */
export async function cloneDatabase(
  server: ServerAccess,
  name: string,
  template: 'tessera_template' | 'tessera_empty' = 'tessera_template',
): Promise<DatabaseUrls> {
  await withClient(server.adminUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    // Two clones of one template at the same moment exclude each other.
    await client.query('select pg_advisory_lock(725012)');
    await client.query(`create database ${name} template ${template} owner tessera_owner strategy file_copy`);
    await limitDatabase(client, name);
  });
  return urlsOf(server, name);
}

/** Drops a database, whoever is connected to it. */
export async function dropDatabase(server: ServerAccess, name: string): Promise<void> {
  await withClient(server.adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
}

/** The addresses of a database on a server. */
export function urlsOf({ adminUrl, passwords }: ServerAccess, name: string): DatabaseUrls {
  const admin = new URL(adminUrl);
  admin.pathname = `/${name}`;
  return {
    adminUrl: admin.toString(),
    ownerUrl: loginUrl(adminUrl, name, 'owner', passwords),
    appUrl: loginUrl(adminUrl, name, 'app', passwords),
    jobsUrl: loginUrl(adminUrl, name, 'jobs', passwords),
  };
}

/** The version of a template is kept as its comment: made under another name, it counts only when complete. */
async function ensureTemplate(
  server: ServerAccess,
  name: string,
  version: string,
  fill: (database: string) => Promise<void>,
): Promise<void> {
  await withClient(server.adminUrl, async (client) => {
    await client.query('select pg_advisory_lock(725013)');
    if ((await commentOn(client, name))?.startsWith(version)) return;
    const draft = `${name}_draft`;
    await dropDatabase(server, draft);
    await provision(server.adminUrl, { database: draft, passwords: server.passwords });
    await migrate(urlsOf(server, draft).ownerUrl, join(ROOT, 'prisma/migrations'));
    await fill(draft);
    await client.query('select pg_advisory_lock(725012)');
    await dropDatabase(server, name);
    await disconnectAll(client, draft);
    await client.query(`alter database ${draft} rename to ${name}`);
    await client.query(`comment on database ${name} is ${client.escapeLiteral(version)}`);
  });
}

async function commentOn(client: pg.Client, name: string): Promise<string | undefined> {
  const sql = `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = $1`;
  const { rows } = await client.query<{ comment: string | null }>(sql, [name]);
  return rows[0]?.comment ?? undefined;
}

async function disconnectAll(client: pg.Client, database: string): Promise<void> {
  await client.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [
    database,
  ]);
}

/** In a process of its own: the seed belongs to a higher layer, and its connections end with it. */
async function seed(server: ServerAccess, database: string, report: (line: string) => void): Promise<void> {
  if (!existsSync(join(ROOT, 'prisma/seed/seed.server.ts')))
    return report('There is no seed: the template stays empty.');
  report('Making the demo networks for the tests (once for each state of the sources) ...');
  const urls = urlsOf(server, database);
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'packages/cli/src/main.ts'), 'seed', 'fixed'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'test',
        TESSERA_DEMO: '1',
        TESSERA_DATA: server.data,
        DATABASE_URL: urls.appUrl,
        JOBS_DATABASE_URL: urls.jobsUrl,
        OWNER_DATABASE_URL: urls.ownerUrl,
      },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  if (code !== 0) throw new Error(`The demo networks could not be made:\n${output.slice(-4000)}`);
}
