import { createCaller } from '@tessera/core/api.server.ts';
import { requestOf, useTestDatabase } from '@tessera/core/testing.server.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { expect, test } from 'vitest';
import { institutions } from './data/institutions.ts';
import { seedPeople } from './data/people.ts';
import { demoLogins, demoPassword } from './logins.ts';
import { seedDemo } from './seed.server.ts';

const urls = await useTestDatabase();

const tables = [
  'network',
  'network_text',
  'network_link',
  'network_setting',
  'network_move',
  'share',
  'phase',
  'funder',
  'budget_line',
  'institution',
  'institution_text',
  'membership',
  'person',
  'login',
  'role_assignment',
  'role_capability',
  'prerequisite_kind',
  'prerequisite_record',
  'training',
  'training_text',
  'training_session',
  'training_trainer',
  'participant',
  'registration',
  'seat',
  'attendance_record',
  'certificate',
  'mentoring_programme',
  'mentoring_cohort',
  'mentor_profile',
  'mentee_profile',
  'mentoring_relation',
  'mentoring_relation_mentee',
  'mentoring_goal',
  'mentoring_goal_review',
  'mentoring_session',
  'mentoring_session_mentee',
  'mentoring_note',
  'initiative',
  'initiative_text',
  'initiative_member',
  'initiative_task',
  'initiative_cost',
  'initiative_partner',
  'initiative_story',
  'initiative_story_text',
  'communication_card',
  'card_text',
  'card_verdict',
  'card_withdrawal',
  'domain_event',
  'message',
];

test('seeding twice gives the same counts', { timeout: 120_000 }, async () => {
  const before = await counts();

  await seedDemo({ preset: 'fixed' }, () => {});

  expect(await counts()).toEqual(before);
  expect(before.seat).toBeGreaterThan(300);
});

test('a database with fixed dates refuses live ones', async () => {
  const mixed = seedDemo({ preset: 'live' }, () => {});

  await expect(mixed).rejects.toThrow('other dates');
});

test('no mail goes out about the past of the demo', async () => {
  const { rows } = await withClient(urls.adminUrl, (client) =>
    client.query(
      `select count(*)::int as undelivered from domain_event e join network n on n.id = e.network_id
       where n.code = any($1) and e.delivered_at is null`,
      [['un', 'bg-model', 'soms', 'involvim', 'platform']],
    ),
  );

  expect(rows).toEqual([{ undelivered: 0 }]);
});

test('every institution has a manager, and addresses and names are each used once', () => {
  const people = seedPeople();

  const managed = new Set(
    people.flatMap(({ roles }) =>
      roles.filter(({ role }) => role === 'institution_manager').map(({ institution }) => institution),
    ),
  );

  expect(institutions.map(({ key }) => key).filter((key) => !managed.has(key))).toEqual([]);
  expect(new Set(institutions.map(({ key }) => key)).size).toBe(institutions.length);
  expect(new Set(people.map(({ mailbox }) => mailbox)).size).toBe(people.length);
  expect(new Set(people.map(({ givenName, familyName }) => `${givenName} ${familyName}`)).size).toBe(
    people.length,
  );
});

test.each(demoLogins)('$email signs in with the password of the demo', async ({ email }) => {
  const request = requestOf(null);

  await createCaller(request).identity.signIn({ email, password: demoPassword });

  expect(request.setCookies).toHaveLength(1);
});

async function counts(): Promise<Record<string, number>> {
  return withClient(urls.adminUrl, async (client) => {
    const parts = tables.map((table) => `'${table}', (select count(*) from ${table})`);
    const { rows } = await client.query<{ counts: Record<string, number> }>(
      `select json_build_object(${parts.join(', ')}) as counts`,
    );
    return rows[0]?.counts ?? {};
  });
}
