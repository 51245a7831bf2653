import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { withClient } from './provision.server.ts';

/** The advisory lock that Prisma's own engine takes, so that both never migrate at the same time. */
const PRISMA_LOCK = 72707369;

/** Thrown when the migrations cannot be applied; the message names the migration. */
export class MigrationError extends Error {}

type Migration = { name: string; sql: string; checksum: string };
type Applied = { name: string; checksum: string; finished: boolean };

/**
 * Applies the migrations that a database does not have yet and answers their names.
 * Keeps Prisma's table, checksums and lock, so that `prisma migrate` continues from here and the other way round.
 * @param ownerUrl login of the role that owns the schema
 * @param directory `prisma/migrations`
 */
export async function migrate(ownerUrl: string, directory: string): Promise<string[]> {
  const migrations = readMigrations(directory);
  return withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(MIGRATIONS_TABLE);
    const missing = missingFrom(migrations, await readApplied(client));
    for (const migration of missing) await apply(client, migration);
    await openToClosing(client);
    return missing.map(({ name }) => name);
  });
}

/** The names of the migrations that a database does not have yet. Changes nothing. */
export async function pendingMigrations(url: string, directory: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      `select to_regclass('public._prisma_migrations') is not null as has_table`,
    );
    const applied = rows[0]?.has_table ? await readApplied(client) : [];
    return missingFrom(readMigrations(directory), applied).map(({ name }) => name);
  });
}

/** Everything in `directory`, in order. Prisma applies one folder a migration, sorted by name. */
function readMigrations(directory: string): Migration[] {
  const folders = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const file = join(directory, name, 'migration.sql');
      if (!existsSync(file)) throw new MigrationError(`${file} is missing.`);
      const bytes = readFileSync(file);
      return {
        name,
        sql: bytes.toString('utf8'),
        checksum: createHash('sha256').update(bytes).digest('hex'),
      };
    });
}

async function readApplied(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(`
    select migration_name as name, checksum, finished_at is not null as finished
    from public._prisma_migrations where rolled_back_at is null`);
  return rows;
}

function missingFrom(migrations: Migration[], applied: Applied[]): Migration[] {
  const unfinished = applied.find(({ finished }) => !finished);
  if (unfinished) {
    throw new MigrationError(
      `Migration ${unfinished.name} was begun by another tool and not finished. Settle it with "prisma migrate resolve".`,
    );
  }
  const known = new Map(applied.map(({ name, checksum }) => [name, checksum]));
  const changed = migrations.find(({ name, checksum }) => known.has(name) && known.get(name) !== checksum);
  if (changed)
    throw new MigrationError(
      `Migration ${changed.name} was changed after it was applied. Add a new one instead.`,
    );
  return migrations.filter(({ name }) => !known.has(name));
}

/** The migration and its row commit together: a crash at any moment leaves both or neither. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(
      `insert into public._prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query(sql);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new MigrationError(`Migration ${name} failed: ${describe(error, sql)}`, { cause: error });
  }
}

/** A closing network is deleted from every table, also from those that a migration made just now. Safe to repeat. */
async function openToClosing(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select to_regprocedure('app.open_tables_to_closing()') is not null as is_there`,
  );
  if (rows[0]?.is_there) await client.query('select app.open_tables_to_closing()');
}

function describe(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return String(error);
  const position = 'position' in error ? Number(error.position) : Number.NaN;
  const line = Number.isNaN(position) ? '' : ` (line ${sql.slice(0, position).split('\n').length})`;
  return `${error.message}${line}`;
}

const MIGRATIONS_TABLE = `
  create table if not exists public._prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;
