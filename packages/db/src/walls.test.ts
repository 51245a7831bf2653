import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { workerDatabase } from './testing.server.ts';

const urls = await workerDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
const app = new pg.Pool({ connectionString: urls.appUrl, max: 2 });
afterAll(() => Promise.all([admin.end(), app.end()]));

/** Tables that belong to no network; each has its own narrow door (docs/decisions). */
const globalTables = [
  'heartbeat',
  'institution',
  'institution_text',
  'login',
  'login_token',
  'notice_choice',
  'network',
  'network_text',
  'person',
  'rate_limit',
  'recovery_code',
  'second_step',
  'session',
];

const names = async (sql: string, values: unknown[] = []) =>
  (await admin.query<{ name: string }>(sql, values)).rows.map(({ name }) => name);

const networkTables = () =>
  names(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and c.relname <> '_prisma_migrations' and not c.relname = any($1) order by 1`,
    [globalTables],
  );

test('every table is global by name or carries its network, and none may have no network', async () => {
  const without = await names(
    `select t.name from unnest($1::text[]) as t(name) where not exists (
       select 1 from pg_attribute a where a.attrelid = ('public.' || quote_ident(t.name))::regclass
         and a.attname = 'network_id' and a.attnotnull)`,
    [await networkTables()],
  );

  expect(without).toEqual([]);
});

test('row-level security is on and forced on every table', async () => {
  const open = await names(
    `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and relkind = 'r' and relname <> '_prisma_migrations' and not (relrowsecurity and relforcerowsecurity)`,
  );

  expect(open).toEqual([]);
});

test('every network table has a policy for all commands that names the network of the transaction', async () => {
  const bound = await names(
    `select tablename as name from pg_policies where schemaname = 'public' and policyname = 'own_network' and cmd = 'ALL' and 'tessera_app' = any(roles)
       and qual like '%network_id = ( SELECT app.network_id()%' and with_check like '%network_id = ( SELECT app.network_id()%' order by 1`,
  );

  expect(bound).toEqual(await networkTables());
});

test('every other policy of a network table is for reading only', async () => {
  const writing = await names(
    `select tablename || '.' || policyname as name from pg_policies where schemaname = 'public' and policyname <> 'own_network'
       and tablename = any($1) and cmd <> 'SELECT' and roles && array['tessera_app', 'public']::name[]`,
    [await networkTables()],
  );

  expect(writing).toEqual([]);
});

test('no row can point into another network: foreign keys between network tables carry the network', async () => {
  const loose = await names(
    `select k.conname as name from pg_constraint k
     where k.contype = 'f' and k.conrelid::regclass::text = any($1) and k.confrelid::regclass::text = any($1)
       and not exists (
         select 1 from unnest(k.conkey, k.confkey) as c(own, other)
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.own and a.attname = 'network_id'
         join pg_attribute b on b.attrelid = k.confrelid and b.attnum = c.other and b.attname = 'network_id')`,
    [await networkTables()],
  );

  expect(loose).toEqual([]);
});

test('every index of a network table starts with the network, but for a few that look across on purpose', async () => {
  const across = await names(
    `select i.indexrelid::regclass::text as name from pg_index i
     where i.indrelid::regclass::text = any($1) and (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) <> 'network_id' order by 1`,
    [await networkTables()],
  );

  expect(across).toEqual([
    'account_link_person_id_idx',
    'certificate_verify_code_key',
    'domain_event_failed',
    'domain_event_undelivered',
    'membership_institution_id_idx',
    'network_link_other_network_id_idx',
    'network_move_new_parent_id_idx',
    'notice_person_id_created_at_idx',
    'notice_unread',
    'resource_adoption_owner_network_id_resource_id_idx',
    'resource_text_search',
    'resource_words_search',
    'role_assignment_person_id_idx',
    'seat_offered',
    'share_of_recipient',
    'share_recipient_network_id_object_id_idx',
    'training_alike',
    'training_text_alike',
  ]);
});

test('the logins of the product own nothing and can bypass nothing', async () => {
  const { rows } = await admin.query(
    `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
       (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relowner = r.oid and n.nspname = 'public') as owns
     from pg_roles r where rolname in ('tessera_app', 'tessera_jobs', 'tessera_definer') order by 1`,
  );

  expect(rows).toEqual(
    ['tessera_app', 'tessera_definer', 'tessera_jobs'].map((rolname) => ({
      rolname,
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: 0,
    })),
  );
});

test('functions that look across networks pin their search path and belong to the role without a login', async () => {
  const { rows } = await admin.query<{ name: string; owner: string; config: string[]; isPublic: boolean }>(
    `select p.proname as name, pg_get_userbyid(p.proowner) as owner, p.proconfig as config,
       has_function_privilege('tessera_jobs', p.oid, 'execute') as "isPublic"
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('app', 'public') and p.prosecdef order by 1`,
  );

  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(row).toEqual({
      name: row.name,
      owner: 'tessera_definer',
      config: ['search_path=pg_catalog, public'],
      isPublic: false,
    });
  }
});

test('a search across networks stands before no wall, or it would read every row instead of its index', async () => {
  const { rows } = await admin.query<{ name: string; command: string }>(
    `select tablename || '.' || policyname as name, cmd as command from pg_policies
     where 'tessera_definer' = any(roles) and cmd in ('ALL', 'SELECT') and coalesce(qual, 'true') <> 'true'
       and not exists (select from pg_policies w where w.tablename = pg_policies.tablename and w.permissive = 'PERMISSIVE'
         and 'tessera_definer' = any(w.roles) and w.cmd = 'SELECT' and w.qual = 'true' and pg_policies.permissive = 'PERMISSIVE')
       and exists (select from pg_indexes i where i.tablename = pg_policies.tablename and i.indexdef like '%USING gin%')`,
  );

  expect(rows).toEqual([]);
});

test('history can be added to and never changed', async () => {
  const { rows } = await admin.query(
    `select has_table_privilege('tessera_app', 'domain_event', 'update') as "canUpdate", has_table_privilege('tessera_app', 'domain_event', 'delete') as "canDelete"`,
  );

  expect(rows).toEqual([{ canUpdate: false, canDelete: false }]);
});

test('without a network every network table refuses writing and shows only what is public', async () => {
  let probes = 0;
  for (const table of await networkTables()) {
    const { rows } = await app.query<{ count: number }>(`select count(*)::int as count from ${table}`);
    const isPublic = [
      'budget_line',
      'card_choice',
      'card_recording',
      'card_text',
      'card_withdrawal',
      'communication_card',
      'file_preview',
      'funder',
      'initiative_photo',
      'initiative_story',
      'initiative_story_text',
      'membership',
      'phase',
      'resource',
      'resource_item',
      'resource_text',
      'resource_version',
      'resource_words',
      'stored_file',
      'training',
      'training_quota',
      'training_session',
      'training_text',
    ].includes(table);
    if (!isPublic) expect([table, rows[0]?.count]).toEqual([table, 0]);
    const { rowCount } = await app
      .query(`update ${table} set network_id = network_id`)
      .catch((error: { code: string }) => {
        if (error.code !== '42501') throw error;
        return { rowCount: 0 };
      });
    expect([table, rowCount]).toEqual([table, 0]);
    probes += 2;
  }
  console.info(`walls: ${probes} probes without a network`);
});

test('in one network no row of another can be read, changed, removed or added, in any table', {
  timeout: 120_000,
}, async () => {
  const { rows: networks } = await admin.query<{ id: string }>(
    `select id from network where kind <> 'platform' order by code`,
  );
  let probes = 0;
  const client = await app.connect();
  try {
    for (const { id } of networks) {
      for (const table of await networkTables()) {
        await client.query('begin');
        await client.query(`select set_config('app.network_id', $1, true)`, [id]);
        const isReadable = [
          'budget_line',
          'card_choice',
          'card_recording',
          'card_text',
          'card_withdrawal',
          'communication_card',
          'file_preview',
          'funder',
          'initiative_photo',
          'initiative_story',
          'initiative_story_text',
          'membership',
          'network_link',
          'network_move',
          'network_setting',
          'phase',
          'resource',
          'resource_adoption',
          'resource_item',
          'resource_text',
          'resource_version',
          'resource_words',
          'seat_question',
          'share',
          'stored_file',
          'training',
          'training_quota',
          'training_session',
          'training_text',
        ].includes(table);
        const { rows } = await client.query<{ count: number }>(
          `select count(*)::int as count from ${table} where network_id <> $1`,
          [id],
        );
        if (!isReadable) expect([table, rows[0]?.count]).toEqual([table, 0]);
        for (const write of [
          `update ${table} set network_id = network_id where network_id <> $1`,
          `delete from ${table} where network_id <> $1`,
        ]) {
          await client.query('savepoint try');
          const outcome = await client.query(write, [id]).catch((error: { code: string }) => error);
          if ('rowCount' in outcome) expect([write, outcome.rowCount]).toEqual([write, 0]);
          else expect([write, outcome.code]).toEqual([write, '42501']);
          await client.query('rollback to savepoint try');
          probes += 1;
        }
        await client.query('rollback');
        probes += 1;
      }
    }
  } finally {
    client.release();
  }
  console.info(`walls: ${probes} probes between networks`);
});

test('a network outlives its transaction neither after success nor after an error', async () => {
  const single = new pg.Pool({ connectionString: urls.appUrl, max: 1 });
  const { rows: networks } = await admin.query<{ id: string }>(`select id from network limit 1`);
  for (const end of ['commit', 'rollback', 'error'] as const) {
    const client = await single.connect();
    await client.query('begin');
    await client.query(`select set_config('app.network_id', $1, true)`, [networks[0]?.id ?? '']);
    if (end === 'error') await client.query('select 1 / 0').catch(() => client.query('rollback'));
    else await client.query(end);
    client.release();

    const { rows } = await single.query<{ id: string }>(
      `select current_setting('app.network_id', true) as id`,
    );
    expect([end, rows[0]?.id || null]).toEqual([end, null]);
  }
  await single.end();
});
