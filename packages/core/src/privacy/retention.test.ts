import { randomUUID } from 'node:crypto';
import { insertNotices } from '@tessera/db/messages.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  refusal,
  useTestDatabase,
} from '../testing.server.ts';
import { purgeEverywhere, purgeNetwork } from './retention.server.ts';
import { retentionKinds } from './retention.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 2 });
afterAll(() => admin.end());

const later = (months: number) => {
  const at = new Date();
  at.setUTCMonth(at.getUTCMonth() + months);
  return at;
};

/** A training of the past with one who attended, one who did not, and a certificate; everything that a night may end. */
async function oldWorld() {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const institutionId = await newInstitution(network);
  const start = Date.now() - days(2);
  const at = new Date(start - days(3));
  const trainingId = await newTraining(network, coordinator, {
    sessions: [{ startsAt: new Date(start), endsAt: new Date(start + hours(3)), halfDay: 'am' }],
  });
  await as(coordinator, at).seats.register({
    network: network.code,
    trainingId,
    institutionId,
    places: places('Attended', 'Absent'),
    requestKey: randomUUID(),
    note: 'allergic to nuts',
  });
  const { seats, training } = await as(coordinator).trainings.manage({ network: network.code, trainingId });
  const attended = seats.find(({ familyName }) => familyName === 'Attended');
  await as(coordinator).attendance.mark({
    network: network.code,
    trainingId,
    sessionId: training.sessions[0]?.id ?? '',
    marks: [{ seatId: attended?.id ?? '', state: 'present' }],
  });
  await as(coordinator).certificates.issue({ network: network.code, trainingId });
  await as(coordinator).members.invite({
    network: network.code,
    email: `x${randomUUID().slice(0, 8)}@demo.example`,
    role: 'trainer',
  });
  return { network, coordinator, trainingId };
}

const figures = async (networkId: string) =>
  (
    await admin.query(
      `select (select count(*) from participant where network_id = $1) as participants,
         (select count(*) from seat where network_id = $1) as seats, (select count(*) from registration where network_id = $1) as registrations,
         (select count(*) from attendance_record where network_id = $1) as attendance, (select count(*) from certificate where network_id = $1) as certificates,
         (select taken_count from training where network_id = $1) as taken`,
      [networkId],
    )
  ).rows[0];

const names = async (networkId: string) =>
  (
    await admin.query<{ name: string }>(
      `select family_name as name from participant where network_id = $1 order by 1`,
      [networkId],
    )
  ).rows.map(({ name }) => name);

test('each kind goes when its own time is over, names first, and no figure changes', async () => {
  const { network, coordinator } = await oldWorld();
  const before = await figures(network.id);
  const night = (months: number) => purgeNetwork({ networkId: network.id, now: later(months) });

  expect(await night(1)).toEqual({});
  expect(await night(9)).toEqual({ invitations: 1 });
  expect(await night(13)).toEqual({ notes: 1 });
  expect(await night(26)).toEqual({ participants: 1 });
  expect(await names(network.id)).toEqual(['Attended', '–']);
  const sixth = await night(80);
  expect(sixth.attendance).toBe(1);
  expect(sixth.audit).toBeGreaterThan(5);
  expect(await names(network.id)).toEqual(['–', '–']);
  expect(await night(122)).toMatchObject({ certificates: 1 });

  expect(await figures(network.id)).toEqual(before);
  const [certificate] = await as(coordinator).certificates.list({ network: network.code });
  const verified = await as(null).certificates.verify({ code: certificate?.verifyCode ?? '' });
  expect([verified.standing, verified.learner, verified.isNameShown]).toEqual(['valid', '–', false]);
  const { rows } = await admin.query(
    `select string_agg(t::text, '') as text from (select note from registration where network_id = $1
       union all select snapshot::text from certificate where network_id = $1) t(t)`,
    [network.id],
  );
  expect(rows[0].text).not.toMatch(/nuts|Attended/);
});

test('a night that runs twice at once ends everything once, and tells how many', async () => {
  const { network } = await oldWorld();
  const now = later(26);

  const both = await Promise.all([
    purgeNetwork({ networkId: network.id, now }),
    purgeNetwork({ networkId: network.id, now }),
  ]);

  const sum = (kind: 'participants' | 'notes') => both.reduce((total, each) => total + (each[kind] ?? 0), 0);
  expect([sum('participants'), sum('notes')]).toEqual([1, 1]);
  const { rows } = await admin.query(
    `select payload ->> 'purgedKind' as kind, sum((payload ->> 'count')::int)::int as count from domain_event
     where network_id = $1 and kind = 'retention.purged' group by 1 order by 1`,
    [network.id],
  );
  expect(rows).toEqual([
    { kind: 'invitations', count: 1 },
    { kind: 'notes', count: 1 },
    { kind: 'participants', count: 1 },
  ]);
});

test('the board tells what is due since when, and a trial changes nothing', async () => {
  const { network, coordinator } = await oldWorld();
  const where = { network: network.code };
  const at = later(26);

  const { due } = await as(coordinator, at).privacy.tryRetention(where);
  const { kinds, isDemo } = await as(coordinator, at).privacy.board(where);

  expect(due).toBe(3);
  expect(isDemo).toBe(true);
  expect(kinds.map(({ kind }) => kind)).toEqual([...retentionKinds]);
  expect(kinds.filter((each) => each.due > 0).map((each) => [each.kind, each.due, each.isOverdue])).toEqual([
    ['participants', 1, true],
    ['notes', 1, true],
    ['invitations', 1, true],
  ]);
  expect(kinds.find(({ kind }) => kind === 'attendance')).toMatchObject({ kept: 1, due: 0, oldestAt: null });
  expect(kinds.find(({ kind }) => kind === 'notes')?.lastTrial?.count).toBe(1);
  expect(await names(network.id)).toEqual(['Absent', 'Attended']);
});

test('a network keeps a kind for its own period', async () => {
  const { network, coordinator } = await oldWorld();
  await as(coordinator).privacy.setPeriod({ network: network.code, kind: 'participants', months: 48 });

  await purgeNetwork({ networkId: network.id, now: later(26) });

  expect(await names(network.id)).toEqual(['Absent', 'Attended']);
  const { kinds } = await as(coordinator).privacy.board({ network: network.code });
  expect(kinds.find(({ kind }) => kind === 'participants')).toMatchObject({ months: 48, usualMonths: 24 });
  const mentor = await newPerson(network, 'mentor');
  const tried = as(mentor).privacy.setPeriod({ network: network.code, kind: 'participants', months: 1 });
  expect(await refusal(tried)).toBe('not_allowed');
});

test('notices go when their time is over; one that waits for its digest is told first', async () => {
  const { network, coordinator } = await oldWorld();
  const { events } = await as(coordinator).events.history({ network: network.code });
  const told = (isForDigest: boolean) => ({
    id: randomUUID(),
    personId: coordinator.personId,
    kind: isForDigest ? 'seat-cancelled' : 'seat-promoted',
    topic: 'own',
    params: {},
    isForDigest,
  });
  await inNetwork(network.id, (tx) =>
    tx.run(insertNotices(network.id, events[0]?.id ?? '', JSON.stringify([told(false), told(true)]))),
  );

  expect(await purgeNetwork({ networkId: network.id, now: later(11) })).not.toHaveProperty('notices');
  expect(await purgeNetwork({ networkId: network.id, now: later(13) })).toMatchObject({ notices: 1 });

  const { notices } = await as(coordinator).messages.notices({});
  expect(notices.map(({ kind }) => kind)).toEqual(['seat-cancelled']);
});

test('the night leaves demo networks alone and visits the others', async () => {
  const { network } = await oldWorld();
  const real = await oldWorld();
  await admin.query(`update network set is_demo = false where id = $1`, [real.network.id]);

  const { networks } = await purgeEverywhere(later(26));

  expect(networks).toBeGreaterThan(0);
  expect(await names(network.id)).toEqual(['Absent', 'Attended']);
  expect(await names(real.network.id)).toEqual(['Attended', '–']);
  await admin.query(`update network set is_demo = true where id = $1`, [real.network.id]);
});
