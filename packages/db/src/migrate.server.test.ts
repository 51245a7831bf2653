import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { MigrationError, migrate, pendingMigrations } from './migrate.server.ts';
import { withClient } from './provision.server.ts';
import { temporaryDatabase } from './testing.server.ts';

let url: string;

beforeEach(async () => {
  const database = await temporaryDatabase();
  url = database.adminUrl;
  onTestFinished(database.drop);
});

test('missing migrations are applied once, in order', async () => {
  const directory = migrations({
    '1_first': 'create table public.tile (id int);',
    '2_second': 'insert into public.tile values (1); insert into public.tile values (2);',
  });

  const pending = await pendingMigrations(url, directory);
  const first = await migrate(url, directory);
  const second = await migrate(url, directory);

  expect(pending).toEqual(['1_first', '2_second']);
  expect(first).toEqual(['1_first', '2_second']);
  expect(second).toEqual([]);
  expect(await rows('select id from public.tile order by id')).toEqual([{ id: 1 }, { id: 2 }]);
});

test('tables of a later migration are opened to the deletion of a network', async () => {
  const opening = `create schema app; create table public.tile (id int); create table public.opened (name text);
    create function app.open_tables_to_closing() returns int language plpgsql as $$ begin
      delete from public.opened;
      insert into public.opened select relname from pg_class where relkind = 'r' and relname like 'tile%';
      return 0;
    end $$;`;

  await migrate(url, migrations({ '1_first': opening }));
  await migrate(
    url,
    migrations({ '1_first': opening, '2_later': 'create table public.tile_side (id int);' }),
  );

  expect(await rows('select name from public.opened order by name')).toEqual([
    { name: 'tile' },
    { name: 'tile_side' },
  ]);
});

test('two starts at the same time apply each migration once', async () => {
  const directory = migrations({ '1_first': 'create table public.tile (id int);' });

  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url, directory)));

  expect(applied.flat()).toEqual(['1_first']);
});

test('a failing migration leaves nothing behind and can be repaired', async () => {
  const broken = migrations({ '1_first': 'create table public.tile (id int);\nselect no_such_column;' });
  const repaired = migrations({ '1_first': 'create table public.tile (id int);' });

  const failure = await migrate(url, broken).catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(MigrationError);
  expect(String(failure)).toContain('Migration 1_first failed');
  expect(String(failure)).toContain('line 2');
  expect(await rows(`select to_regclass('public.tile') as tile`)).toEqual([{ tile: null }]);
  expect(await migrate(url, repaired)).toEqual(['1_first']);
});

test('a migration that was changed after it was applied is refused', async () => {
  await migrate(url, migrations({ '1_first': 'select 1;' }));

  const failure = migrate(url, migrations({ '1_first': 'select 2;' }));

  await expect(failure).rejects.toThrow('Migration 1_first was changed after it was applied');
});

test('a migration that another tool left half-way is refused', async () => {
  const directory = migrations({ '1_first': 'select 1;' });
  await migrate(url, directory);
  await rows('update public._prisma_migrations set finished_at = null');

  await expect(migrate(url, directory)).rejects.toThrow('Migration 1_first was begun by another tool');
});

function migrations(files: Record<string, string>): string {
  const directory = mkdtempSync(join(tmpdir(), 'tessera-migrations-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const [name, sql] of Object.entries(files)) {
    mkdirSync(join(directory, name));
    writeFileSync(join(directory, name, 'migration.sql'), sql);
  }
  writeFileSync(join(directory, 'migration_lock.toml'), 'provider = "postgresql"\n');
  return directory;
}

function rows(sql: string): Promise<unknown[]> {
  return withClient(url, async (client) => (await client.query(sql)).rows);
}
