import { accessSync, constants, mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { pendingMigrations } from '@tessera/db/migrate.server.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { env } from '@tessera/env/env.server.ts';
import { dataFolder, inProject } from './project.ts';

/** Checks what the settings of the environment name, one line each. The exit code is 1 when something is wrong. */
export async function doctor(): Promise<void> {
  await examine('Node', async () => `${process.versions.node}, ${process.platform} ${process.arch}`);
  const hasSettings = await examine(
    'Settings',
    async () => `mode ${env().NODE_ENV}, address ${env().appUrl}, mail by ${env().mailTransport}`,
  );
  await examine('Data folder', async () => {
    mkdirSync(dataFolder(), { recursive: true });
    accessSync(dataFolder(), constants.W_OK);
    return dataFolder();
  });
  if (!hasSettings) return;
  await examine('Database (app)', () => describeLogin(env().DATABASE_URL));
  await examine('Database (jobs)', () => describeLogin(env().jobsDatabaseUrl));
  const { OWNER_DATABASE_URL: owner, REDIS_URL: redis } = env();
  if (owner) await examine('Migrations', () => describeMigrations(owner));
  if (redis) await examine('Redis', () => describeRedis(new URL(redis)));
}

async function examine(name: string, look: () => Promise<string>): Promise<boolean> {
  try {
    console.log(`ok     ${name}: ${await look()}`);
    return true;
  } catch (error) {
    console.log(`wrong  ${name}: ${error instanceof Error ? error.message || error.name : String(error)}`);
    process.exitCode = 1;
    return false;
  }
}

/** A login that may bypass row-level security would see every network. */
async function describeLogin(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ role: string; version: string; number: number; is_free: boolean }>(`
      select rolname as role, current_setting('server_version') as version,
        current_setting('server_version_num')::int as number, rolsuper or rolbypassrls as is_free
      from pg_roles where rolname = current_user`);
    const [login] = rows;
    if (!login) throw new Error('this login has no role');
    if (login.number < 150000)
      throw new Error(`PostgreSQL ${login.version} is too old, 15 or later is needed`);
    if (login.is_free)
      throw new Error(`the role ${login.role} bypasses the walls between networks; use one that does not`);
    return `${login.role} on PostgreSQL ${login.version}`;
  });
}

async function describeMigrations(ownerUrl: string): Promise<string> {
  const missing = await pendingMigrations(ownerUrl, inProject('prisma/migrations'));
  if (missing.length > 0) throw new Error(`${missing.length} not applied yet: ${missing.join(', ')}`);
  return 'all applied';
}

function describeRedis({ hostname, port }: URL): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 5000 });
    socket.once('error', fail);
    socket.once('timeout', () => socket.destroy(new Error('no answer within 5 s')));
    socket.once('connect', () => {
      socket.destroy();
      done(`${hostname} answers`);
    });
  });
}
