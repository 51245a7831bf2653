import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { checkInCode } from '../identity/secrets.server.ts';
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
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
afterAll(() => admin.end());

const device = randomUUID();
const now = () => new Date();

/** A half-day that began ten minutes ago, with seats for these people. */
async function atTheDoor(...names: string[]) {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const trainer = await newPerson(network, 'trainer');
  const manager = await newPerson(network, 'institution_manager', await newInstitution(network));
  const start = new Date(Date.now() - 600_000);
  const trainingId = await newTraining(network, coordinator, {
    capacity: Math.max(1, names.length),
    trainerIds: [trainer.personId],
    sessions: [{ startsAt: start, endsAt: new Date(start.getTime() + hours(3)), halfDay: 'am' }],
  });
  const register = (...more: string[]) =>
    as(manager, new Date(Date.now() - days(1))).seats.register({
      network: network.code,
      trainingId,
      places: places(...more),
      requestKey: randomUUID(),
    });
  for (let from = 0; from < names.length; from += 30) await register(...names.slice(from, from + 30));
  const { rows, sessions } = await as(coordinator).attendance.sheet({ network: network.code, trainingId });
  const seatOf = (name: string) => rows.find(({ familyName }) => familyName === name)?.seatId ?? '';
  const at = { network: network.code, trainingId, sessionId: sessions[0]?.id ?? '' };
  const stateOf = async (name: string) => {
    const sheet = await as(coordinator).attendance.sheet(at);
    return sheet.rows.find(({ seatId }) => seatId === seatOf(name))?.marks[at.sessionId];
  };
  return { network, coordinator, trainer, manager, register, seatOf, stateOf, at, trainingId };
}

const scanOf = (seatId: string, changes: object = {}) => ({
  nonce: randomUUID(),
  seatId,
  happenedAt: now(),
  ...changes,
});

const doorOf = (person: TestPerson, at: Awaited<ReturnType<typeof atTheDoor>>['at']) => ({
  send: async (scans: object[], from = device) =>
    (await as(person).attendance.checkIn({ ...at, device: from, scans: scans as never })).map(
      ({ result, conflict }) => conflict ?? result,
    ),
});

test('someone who left early is there in part, with the minutes; whole and no minutes are refused', async () => {
  const { trainer, seatOf, at } = await atTheDoor('Pop');
  const mark = (minutes: number | null) =>
    as(trainer).attendance.mark({ ...at, marks: [{ seatId: seatOf('Pop'), state: 'partial', minutes }] });

  expect(await refusal(mark(null))).toBe('minutes_needed');
  expect(await refusal(mark(180))).toBe('minutes_over');
  expect(await mark(90)).toEqual({ changed: 1 });
  expect(await mark(90)).toEqual({ changed: 0 });
  expect(await mark(60)).toEqual({ changed: 1 });
  const { rows } = await as(trainer).attendance.sheet(at);
  expect(rows[0]?.details[at.sessionId]).toMatchObject({ minutes: 60, evidence: 'manual' });
});

test('every change leaves a line that nobody can alter', async () => {
  const { trainer, coordinator, seatOf, at, network } = await atTheDoor('Pop');
  const mark = (person: TestPerson, state: 'absent' | 'excused' | 'unmarked') =>
    as(person).attendance.mark({ ...at, marks: [{ seatId: seatOf('Pop'), state }] });
  await mark(trainer, 'absent');
  await mark(coordinator, 'excused');
  await mark(coordinator, 'excused');
  await mark(trainer, 'unmarked');

  const { changes } = await as(coordinator).attendance.trail(at);
  expect(changes.map(({ fromState, toState, way }) => [fromState, toState, way])).toEqual([
    ['excused', null, 'sheet'],
    ['absent', 'excused', 'sheet'],
    [null, 'absent', 'sheet'],
  ]);
  const app = new pg.Client(urls.appUrl);
  await app.connect();
  await app.query('begin');
  await app.query(`select set_config('app.network_id', $1, true)`, [network.id]);
  await expect(app.query(`update attendance_change set to_state = 'present'`)).rejects.toThrow(
    'permission denied',
  );
  await app.end();
});

test('a list is locked when everyone has a mark; then marks stay until a coordinator says why not', async () => {
  const { trainer, coordinator, seatOf, at, network } = await atTheDoor('Pop', 'Dan');
  const mark = (name: string) =>
    as(trainer).attendance.mark({ ...at, marks: [{ seatId: seatOf(name), state: 'present' }] });
  await mark('Pop');

  expect(await refusal(as(trainer).attendance.lock(at))).toBe('attendance_unmarked');
  await mark('Dan');
  const locked = await Promise.all([as(trainer).attendance.lock(at), as(coordinator).attendance.lock(at)]);
  expect(locked.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(await refusal(mark('Dan'))).toBe('attendance_locked');
  expect(await refusal(as(trainer).attendance.reopen({ ...at, reason: 'A mistake' }))).toBe('not_allowed');
  await as(coordinator).attendance.reopen({ ...at, reason: 'A mistake' });
  expect(await refusal(as(coordinator).attendance.reopen({ ...at, reason: 'A mistake' }))).toBe(
    'attendance_not_locked',
  );
  expect(await mark('Dan')).toEqual({ changed: 0 });
  const { locks } = await as(coordinator).attendance.trail(at);
  expect(locks.map(({ reason }) => reason)).toEqual(['A mistake']);
  const { events } = await as(coordinator).events.history({ network: network.code });
  expect(events.filter(({ kind }) => kind.startsWith('attendance.')).map(({ kind }) => kind)).toEqual([
    'attendance.reopened',
    'attendance.locked',
    'attendance.marked',
    'attendance.marked',
  ]);
});

test('a lock and a mark at once: whoever is second sees the first', async () => {
  const { trainer, coordinator, seatOf, at } = await atTheDoor('Pop');
  await as(trainer).attendance.mark({ ...at, marks: [{ seatId: seatOf('Pop'), state: 'absent' }] });

  const outcomes = await Promise.all([
    as(coordinator)
      .attendance.lock(at)
      .then(() => 'locked'),
    refusal(
      as(trainer).attendance.mark({ ...at, marks: [{ seatId: seatOf('Pop'), state: 'present' }] }),
    ).catch(() => 'marked'),
  ]);

  const { changes, locks } = await as(coordinator).attendance.trail(at);
  const isMarked = outcomes[1] === 'marked';
  expect(['marked', 'attendance_locked']).toContain(outcomes[1]);
  expect(changes).toHaveLength(isMarked ? 2 : 1);
  if (isMarked)
    expect(changes[0]?.changedAt.getTime()).toBeLessThanOrEqual((locks[0]?.lockedAt.getTime() ?? 0) + 1000);
});

test('the door answers each code with what it is', async () => {
  const { coordinator, manager, register, seatOf, at, network } = await atTheDoor('Pop', 'Lup', 'Dan');
  const namesake = await newPerson(network, 'institution_manager', await newInstitution(network));
  await register('Wait');
  await as(namesake, new Date(Date.now() - days(1))).seats.register({
    network: network.code,
    trainingId: at.trainingId,
    places: places('Pop'),
    requestKey: randomUUID(),
  });
  const { seats } = await as(coordinator).trainings.manage(at);
  const waiting = seats.find(({ familyName }) => familyName === 'Wait')?.id ?? '';
  const other = await newTraining(network, coordinator, {
    sessions: [
      { startsAt: new Date(Date.now() + days(2)), endsAt: new Date(Date.now() + days(2.1)), halfDay: 'am' },
    ],
  });
  await as(manager).seats.register({
    network: network.code,
    trainingId: other,
    places: places('Later'),
    requestKey: randomUUID(),
  });
  const [elsewhere] = (await as(coordinator).trainings.manage({ ...at, trainingId: other })).seats;
  const { send } = doorOf(coordinator, at);
  const typed = (text: string) => scanOf('', { seatId: null, text });

  const spoken = checkInCode(seatOf('Dan'))
    .toLowerCase()
    .replace(/.{4}(?=.)/g, '$& ');
  expect(await send([typed(spoken)])).toEqual(['ok']);
  expect(await send([typed('ion DÁN')])).toEqual(['already']);
  expect(await send([typed('Ion Pop')])).toEqual(['ambiguous']);
  expect(await send([typed(checkInCode(waiting))])).toEqual(['waiting']);
  expect(await send([typed(checkInCode(elsewhere?.id ?? ''))])).toEqual(['wrong_day']);
  expect(await send([typed('https://example.org/menu')])).toEqual(['unknown']);
  expect(await send([scanOf(randomUUID())])).toEqual(['unknown']);
  expect(await send([scanOf(seatOf('Pop'), { happenedAt: new Date(Date.now() - days(1)) })])).toEqual([
    'wrong_day',
  ]);
});

test('a code holds nothing about a person, and no other network takes it', async () => {
  const one = await atTheDoor('Pop');
  const two = await atTheDoor('Dan');
  const code = checkInCode(one.seatOf('Pop'));

  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
  const { people } = await as(one.trainer).attendance.roster(one.at);
  expect(JSON.stringify(people)).not.toContain(code);
  expect(await doorOf(two.trainer, two.at).send([scanOf('', { seatId: null, text: code })])).toEqual([
    'unknown',
  ]);
  expect(
    await as(one.manager).attendance.pass({ network: one.at.network, seatId: one.seatOf('Pop') }),
  ).toEqual({
    code,
  });
});

test('300 people, four phones, a bad network: all of it sent twice leaves 300 rows with the first time', {
  timeout: 120_000,
}, async () => {
  const names = Array.from({ length: 300 }, (_, index) => `Pop${index}`);
  const { trainer, at, seatOf, network } = await atTheDoor(...names);
  const phones = Array.from({ length: 4 }, () => randomUUID());
  const begun = Date.now() - 300_000;
  const scans = names.map((_, index) => ({
    phone: phones[index % 4] ?? '',
    scan: scanOf(seatOf(`Pop${index}`), {
      happenedAt: new Date(begun + index * 1000),
      isAdmitted: true,
    }),
  }));
  const sendAll = () =>
    Promise.all(
      phones.map(async (phone) => {
        const own = scans.filter((each) => each.phone === phone).map(({ scan }) => scan);
        for (let from = 0; from < own.length; from += 25)
          await doorOf(trainer, at).send(own.slice(from, from + 25), phone);
      }),
    );

  await Promise.all([sendAll(), sendAll()]);

  const { rows } = await admin.query(
    `select (select count(*)::int from check_in where network_id = $1) as scans,
       (select count(*)::int from attendance_record where network_id = $1) as records,
       (select count(*)::int from attendance_change where network_id = $1) as changes,
       (select array_agg(distinct in_at order by in_at) from attendance_record where network_id = $1) as times`,
    [network.id],
  );
  expect(rows[0]).toMatchObject({ scans: 300, records: 300, changes: 300 });
  expect(rows[0].times).toEqual(names.map((_, index) => new Date(begun + index * 1000)));
});

test('what a phone recorded without network counts as it happened, and contradictions wait for a person', async () => {
  const { coordinator, manager, seatOf, stateOf, at, network } = await atTheDoor('Pop', 'Dan', 'Lup');
  const { send } = doorOf(coordinator, at);
  await as(coordinator).seats.cancel({ network: network.code, seatId: seatOf('Pop') });
  await as(coordinator).attendance.mark({ ...at, marks: [{ seatId: seatOf('Dan'), state: 'absent' }] });
  const before = new Date(Date.now() - 60_000);

  expect(
    await send([
      scanOf(seatOf('Pop'), { isAdmitted: true }),
      scanOf(seatOf('Dan'), { isAdmitted: true, happenedAt: before }),
    ]),
  ).toEqual(['seat_cancelled', 'marked_otherwise']);
  expect(await send([scanOf(seatOf('Pop'))])).toEqual(['cancelled']);
  expect(await stateOf('Dan')).toBe('absent');
  const { conflicts } = await as(coordinator).attendance.trail(at);
  expect(conflicts.map(({ familyName, conflict }) => [familyName, conflict])).toEqual([
    ['Dan', 'marked_otherwise'],
    ['Pop', 'seat_cancelled'],
  ]);

  await as(coordinator).attendance.mark({ ...at, marks: [{ seatId: seatOf('Dan'), state: 'present' }] });
  expect((await as(coordinator).attendance.trail(at)).conflicts).toHaveLength(1);
  expect(
    await refusal(as(manager).attendance.checkIn({ ...at, device, scans: [scanOf(seatOf('Lup'))] })),
  ).toBe('not_allowed');
});

test('an undo at the door takes the mark back and stands in the trail', async () => {
  const { trainer, seatOf, stateOf, at } = await atTheDoor('Pop');
  const { send } = doorOf(trainer, at);
  const first = new Date(Date.now() - 60_000);
  await send([scanOf(seatOf('Pop'), { happenedAt: first })]);

  expect(await send([scanOf(seatOf('Pop'), { kind: 'undo' })])).toEqual(['ok']);
  expect(await stateOf('Pop')).toBeUndefined();
  expect(await send([scanOf(seatOf('Pop'), { kind: 'undo' })])).toEqual(['already']);
  expect(await send([scanOf(seatOf('Pop'))])).toEqual(['ok']);
  const { changes } = await as(trainer).attendance.trail(at);
  expect(changes.map(({ way }) => way)).toEqual(['check_in', 'undo', 'check_in']);
});
