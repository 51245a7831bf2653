import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { classesModule, parseClasses } from './schema-classes.ts';
import { workerDatabase } from './testing.server.ts';

const urls = await workerDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
afterAll(() => admin.end());

const folder = new URL('../../../prisma/schema', import.meta.url).pathname;
const schema = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');
const classes = parseClasses(schema);

const columns = async (sql: string, values: unknown[] = []) =>
  (await admin.query<{ table: string; column: string; type: string }>(sql, values)).rows;

test('the code carries the classes that the schema names', async () => {
  await expect(classesModule(classes)).toMatchFileSnapshot('./classes.ts');
});

test('a class stands beside the field that follows it, and an unknown one is refused', () => {
  const model = (name: string) =>
    `model Note {\n  id String\n  /// why\n  /// @class ${name}\n  evidence Bytes @map("evidence_note")\n  plain String\n  @@map("note")\n}\n`;

  expect(parseClasses(model('conf'))).toEqual({ note: { evidence_note: 'conf' } });
  expect(() => parseClasses(model('confidential'))).toThrow('unknown class of data: confidential');
});

test('every column of a table about people that can hold words has a class', async () => {
  const texts = await columns(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     where c.table_schema = 'public' and c.data_type in ('text', 'ARRAY', 'jsonb', 'json', 'bytea', 'character varying')
       and exists (select 1 from information_schema.columns p where p.table_schema = 'public' and p.table_name = c.table_name
         and (p.column_name in ('person_id', 'participant_id', 'seat_id', 'email', 'given_name', 'submitted_by_id', 'actor_id', 'requester_id')))
     order by 1, 2`,
  );

  expect(texts.length).toBeGreaterThan(40);
  expect(texts.filter(({ table, column }) => !classes[table]?.[column])).toEqual([]);
});

test('what is confidential is stored sealed, and the database refuses it in plain words', async () => {
  const confidential = Object.entries(classes).flatMap(([table, fields]) =>
    Object.entries(fields)
      .filter(([, dataClass]) => dataClass === 'conf' || dataClass === 'spec')
      .map(([column]) => ({ table, column })),
  );
  const checked = await columns(
    `select c.conrelid::regclass::text as table, a.attname as column, format_type(a.atttypid, null) as type
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
     where c.contype = 'c' and pg_get_constraintdef(c.oid) = format('CHECK (app.is_sealed(%s))', a.attname)`,
  );
  const sort = (list: object[]) => list.map((each) => JSON.stringify(each)).sort();

  expect(confidential.length).toBeGreaterThan(0);
  expect(sort(checked)).toEqual(sort(confidential.map((each) => ({ ...each, type: 'bytea' }))));
  for (const plain of ['', 'in plain words', 'x'.repeat(100)]) {
    const { rows } = await admin.query(`select app.is_sealed($1::bytea) as sealed`, [Buffer.from(plain)]);
    expect(rows).toEqual([{ sealed: false }]);
  }
});
