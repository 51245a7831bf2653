import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from './migrate.server.ts';
import { withClient } from './provision.server.ts';
import { temporaryDatabase } from './testing.server.ts';

const migrations = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));
const here = '20261129100000_relation_signatures';
const id = (nth: number) => `00000000-0000-7000-8000-${String(nth).padStart(12, '0')}`;

test('what one person noted becomes the signature of all who belonged to the relation then, noted by that person', async () => {
  const { adminUrl, drop } = await temporaryDatabase();
  onTestFinished(drop);
  const before = mkdtempSync(join(tmpdir(), 'tessera-migrations-'));
  onTestFinished(() => rmSync(before, { recursive: true }));
  cpSync(migrations, before, { recursive: true, filter: (from) => !isLater(from) });
  await migrate(adminUrl, before);
  const [network, programme, mentor, signer] = [id(101), id(2), id(3), id(4)];
  const signedAt = '2026-03-02T10:00:00Z';
  await withClient(adminUrl, async (client) => {
    // What the rows point at is not part of this: keys to other tables are not asked for.
    await client.query(`set session_replication_role = replica`);
    const insert = (table: string, row: Record<string, unknown>) =>
      client.query(
        `insert into ${table} (${Object.keys(row).map((name) => `"${name}"`)}) values (${Object.keys(row).map((_, at) => `$${at + 1}`)})`,
        Object.values(row),
      );
    await insert('network', {
      id: network,
      code: 'x-sign',
      kind: 'partnership',
      default_language: 'bg',
      interface_languages: ['bg'],
      content_languages: ['bg'],
      accent: '#1f5f8b',
      time_zone: 'Europe/Sofia',
    });
    const relation = {
      network_id: network,
      programme_id: programme,
      mentor_id: mentor,
      proposed_at: signedAt,
    };
    const signed = { agreement_language: 'bg', agreement_interpreter: true, agreement_signed_at: signedAt };
    await insert('mentoring_relation', { id: id(10), ...relation, state: 'active', ...signed });
    await insert('mentoring_relation', { id: id(11), ...relation, state: 'accepted_by_both' });
    for (const [nth, left] of [
      [20, null],
      [21, '2026-02-20'],
      [22, '2026-04-01'],
    ] as const) {
      const mentee = { network_id: network, programme_id: programme };
      await insert('mentee_profile', {
        id: id(nth),
        ...mentee,
        alias: `A${nth}`,
        state: 'active',
        languages: [],
        topics: [],
        availability: [],
        created_at: signedAt,
      });
      await insert('mentoring_relation_mentee', {
        ...mentee,
        relation_id: id(10),
        mentee_id: id(nth),
        joined_on: '2026-02-01',
        left_on: left,
      });
    }
    await insert('domain_event', {
      id: id(30),
      network_id: network,
      kind: 'mentoring.agreement_signed',
      object_kind: 'mentoring_relation',
      object_id: id(10),
      actor_id: signer,
      payload: {},
      at: signedAt,
    });
  });

  await migrate(adminUrl, migrations);

  const signatures = await withClient(adminUrl, async (client) => {
    const { rows } = await client.query(
      `select relation_id, mentee_id, manner, language, is_interpreted, signed_on::text, noted_by_id from relation_signature order by mentee_id nulls first`,
    );
    return rows;
  });
  const stands = {
    relation_id: id(10),
    manner: 'together',
    language: 'bg',
    is_interpreted: true,
    signed_on: '2026-03-02',
    noted_by_id: signer,
  };
  expect(signatures).toEqual([
    { ...stands, mentee_id: null },
    { ...stands, mentee_id: id(20) },
    { ...stands, mentee_id: id(22) },
  ]);
});

const isLater = (from: string) => {
  const name = from.slice(migrations.length + 1).split('/')[0] ?? '';
  return /^\d{14}_/.test(name) && name >= here;
};
