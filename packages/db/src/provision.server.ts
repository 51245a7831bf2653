import pg from 'pg';
import type { Passwords } from './embedded-credentials.server.ts';

/**
 * Makes the roles, the database and the schemas that Tessera needs. Safe to repeat; passwords are set anew each time.
 *
 * - `tessera_owner` owns the database and migrates it
 * - `tessera_app` serves people: owns nothing, cannot bypass row-level security
 * - `tessera_jobs` runs the relay and the queue: owns the schema `bullmq`
 * - `tessera_definer` cannot log in: owns the few functions that read across networks
 *
 * @param adminUrl login of a superuser, any database
 */
export async function provision(
  adminUrl: string,
  { database, passwords }: { database: string; passwords: Passwords },
): Promise<void> {
  await withClient(adminUrl, async (client) => {
    // Two first starts at the same time must not race for the same role.
    await client.query('select pg_advisory_lock(725011)');
    await makeRoles(client, passwords);
    await makeDatabase(client, database);
  });
  const inside = new URL(adminUrl);
  inside.pathname = `/${database}`;
  await withClient(inside.toString(), prepareSchemas);
}

/** The address of one of the three logins. */
export function loginUrl(
  adminUrl: string,
  database: string,
  login: keyof Passwords,
  passwords: Passwords,
): string {
  const url = new URL(adminUrl);
  url.username = `tessera_${login}`;
  url.password = passwords[login];
  url.pathname = `/${database}`;
  return url.toString();
}

/** Connects, works, disconnects. */
export async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that stops in between reports here; the query under way fails by itself.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function makeRoles(client: pg.Client, passwords: Passwords): Promise<void> {
  const plain = 'nosuperuser nocreatedb nocreaterole noreplication nobypassrls';
  for (const role of ['tessera_owner', 'tessera_app', 'tessera_jobs', 'tessera_definer']) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (!rowCount) await client.query(`create role ${role}`);
    await client.query(`alter role ${role} ${plain}`);
  }
  for (const login of ['owner', 'app', 'jobs'] as const) {
    await client.query(
      `alter role tessera_${login} login password ${client.escapeLiteral(passwords[login])}`,
    );
  }
  await client.query('alter role tessera_definer nologin');
  await client.query('grant tessera_definer to tessera_owner');
}

async function makeDatabase(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  if (!rowCount)
    await client.query(`create database ${name} owner tessera_owner encoding 'UTF8' template template0`);
  await client.query(`alter database ${name} owner to tessera_owner`);
  await limitDatabase(client, database);
}

/**
 * Lets only the two logins into a database; a clone does not inherit this. The queue adds many jobs at once through a
 * temporary table.
 */
export async function limitDatabase(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to tessera_app, tessera_jobs`);
  await client.query(`grant temporary on database ${name} to tessera_jobs`);
}

async function prepareSchemas(client: pg.Client): Promise<void> {
  await client.query(`
    create extension if not exists unaccent schema public;
    create extension if not exists pg_trgm schema public;
    alter schema public owner to tessera_owner;
    revoke all on schema public from public;
    grant usage on schema public to tessera_app, tessera_jobs, tessera_definer;
    create schema if not exists app authorization tessera_owner;
    grant usage on schema app to tessera_app, tessera_jobs;
    -- A function can only be given to a role that may create in its schema.
    grant usage, create on schema app to tessera_definer;
    create schema if not exists bullmq authorization tessera_jobs;
  `);
}
