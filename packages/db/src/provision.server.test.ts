import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEmbedded, wipeEmbedded } from './embedded.server.ts';
import { userForServer } from './embedded-programs.server.ts';
import { migrate } from './migrate.server.ts';
import { loginUrl, provision, withClient } from './provision.server.ts';
import { temporaryHome, workerDatabase } from './testing.server.ts';

const MIGRATIONS = new URL('../../../prisma/migrations', import.meta.url).pathname;

test('no role may pass the walls, and only the owner owns', async () => {
  const { adminUrl } = await workerDatabase({ empty: true });

  const roles = await rows(
    adminUrl,
    `select rolname, rolcanlogin, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as is_mighty
     from pg_roles where rolname like 'tessera%' order by rolname`,
  );
  const tables = await rows(
    adminUrl,
    `select distinct tableowner from pg_tables where schemaname in ('public', 'app')`,
  );
  const schemas = await rows(
    adminUrl,
    `select nspname, pg_get_userbyid(nspowner) as owner from pg_namespace
     where nspname in ('public', 'app', 'bullmq') order by nspname`,
  );

  expect(roles).toEqual([
    { rolname: 'tessera_app', rolcanlogin: true, is_mighty: false },
    { rolname: 'tessera_definer', rolcanlogin: false, is_mighty: false },
    { rolname: 'tessera_jobs', rolcanlogin: true, is_mighty: false },
    { rolname: 'tessera_owner', rolcanlogin: true, is_mighty: false },
  ]);
  expect(tables).toEqual([{ tableowner: 'tessera_owner' }]);
  expect(schemas).toEqual([
    { nspname: 'app', owner: 'tessera_owner' },
    { nspname: 'bullmq', owner: 'tessera_jobs' },
    { nspname: 'public', owner: 'tessera_owner' },
  ]);
});

test('the app can neither make a table nor become another role', async () => {
  const { appUrl } = await workerDatabase({ empty: true });

  await expect(rows(appUrl, 'create table public.tile ()')).rejects.toThrow('permission denied');
  await expect(rows(appUrl, 'set role tessera_owner')).rejects.toThrow('permission denied');
  await expect(rows(appUrl, 'set role tessera_definer')).rejects.toThrow('permission denied');
});

const postgres15 = findPostgres15();

test.skipIf(!postgres15)(
  'roles and migrations fit PostgreSQL 15, and provisioning repeats',
  async () => {
    const home = temporaryHome();
    const programs = { folder: postgres15 ?? '', user: userForServer() };
    const server = await openEmbedded({ home, programs, durable: false });
    onTestFinished(async () => {
      await server.close();
      await wipeEmbedded(home);
      rmSync(home, { recursive: true });
    });
    const { passwords } = server.credentials;

    await provision(server.adminUrl(), { database: 'tessera', passwords });
    await provision(server.adminUrl(), { database: 'tessera', passwords });
    const applied = await migrate(loginUrl(server.adminUrl(), 'tessera', 'owner', passwords), MIGRATIONS);

    expect(applied).toEqual(
      readdirSync(MIGRATIONS)
        .filter((name) => !name.endsWith('.toml'))
        .sort(),
    );
    const appUrl = loginUrl(server.adminUrl(), 'tessera', 'app', passwords);
    expect(await rows(appUrl, `select current_setting('server_version_num')::int / 10000 as major`)).toEqual([
      { major: 15 },
    ]);
  },
  60_000,
);

/** Debian's place for its server programs. */
function findPostgres15(): string | undefined {
  const folder = '/usr/lib/postgresql/15/bin';
  return existsSync(join(folder, 'initdb')) ? folder : undefined;
}

function rows(url: string, sql: string): Promise<unknown[]> {
  return withClient(url, async (client) => (await client.query(sql)).rows);
}
