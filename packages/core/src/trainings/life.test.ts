import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
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
  type TestNetwork,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';
import { sweepCourses } from './sweep.server.ts';

await useTestDatabase();

async function world() {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const institutionId = await newInstitution(network);
  const manager = await newPerson(network, 'institution_manager', institutionId);
  return { network, coordinator, manager, institutionId };
}

const stored = (network: TestNetwork, id: string) =>
  inNetwork(network.id, (tx) =>
    tx.prisma.training.findFirstOrThrow({
      where: { networkId: network.id, id },
      include: { sessions: { orderBy: { startsAt: 'asc' } } },
    }),
  );
const eventsOf = (network: TestNetwork, objectId: string) =>
  inNetwork(network.id, async (tx) =>
    (
      await tx.prisma.domainEvent.findMany({
        where: { networkId: network.id, objectId },
        orderBy: { id: 'asc' },
        select: { kind: true },
      })
    ).map(({ kind }) => kind),
  );
const register = (who: Awaited<ReturnType<typeof world>>, trainingId: string, ...names: string[]) =>
  as(who.manager).seats.register({
    network: who.network.code,
    trainingId,
    institutionId: who.institutionId,
    places: places(...names),
    requestKey: randomUUID(),
  });

test('a proposal is sent back with a reason, changed by who made it and proposed again; nobody else may change it', async () => {
  const { network, coordinator, manager } = await world();
  const other = await newPerson(network, 'institution_manager', await newInstitution(network));
  const details = trainingDetails(network);
  const { trainingId } = await as(manager).trainings.create(details);
  const where = { network: network.code, trainingId };
  await as(coordinator).trainings.sendBack({ ...where, reason: 'Please name a room.' });

  const seen = await as(manager).trainings.page(where);
  const foreign = await refusal(as(other).trainings.revise({ ...details, trainingId }));
  const hidden = await refusal(as(other).trainings.page(where));
  await as(manager).trainings.revise({ ...details, trainingId, venue: 'Sala 3' });
  const again = await as(coordinator).trainings.page(where);
  await as(coordinator).trainings.move({ ...where, move: 'publish' });
  const late = await refusal(as(manager).trainings.revise({ ...details, trainingId }));

  expect([seen.state, seen.returnReason, seen.canRevise, seen.canEdit]).toEqual([
    'draft',
    'Please name a room.',
    true,
    false,
  ]);
  expect([foreign, hidden, late]).toEqual(['not_found', 'not_found', 'transition_not_possible']);
  expect([again.state, again.venue]).toEqual(['submitted', 'Sala 3']);
  expect(await eventsOf(network, trainingId)).toEqual([
    'training.created',
    'training.sent_back',
    'training.edited',
    'training.moved_on',
    'training.published',
  ]);
});

test('postponed without a date: seats stay, no registration, and a seat is given back after the old deadline', async () => {
  const who = await world();
  const { network, coordinator, manager } = who;
  const trainingId = await newTraining(network, coordinator);
  const where = { network: network.code, trainingId };
  await register(who, trainingId, 'Pop', 'Rus');

  await as(coordinator).trainings.postpone({ ...where, reason: 'Snow' });
  await as(coordinator).trainings.postpone({ ...where, reason: 'Snow' });

  const late = new Date(Date.now() + days(30));
  const training = await as(manager, late).trainings.page(where);
  const { seats } = await as(manager, late).seats.mine(where);
  expect([training.state, training.window, training.takenCount]).toEqual(['postponed', 'not_published', 2]);
  expect(seats.map(({ canCancel, cancelDeadline }) => [canCancel, cancelDeadline])).toEqual([
    [true, null],
    [true, null],
  ]);
  await as(manager, late).seats.cancel({ network: network.code, seatId: seats[0]?.id ?? '' });
  expect((await stored(network, trainingId)).takenCount).toBe(1);
  expect((await eventsOf(network, trainingId)).filter((kind) => kind === 'training.postponed')).toHaveLength(
    1,
  );
});

test('a new date moves every half-day and the end of registration, keeps ids and seats, and is told once', async () => {
  const who = await world();
  const { network, coordinator } = who;
  const closes = new Date(Math.floor((Date.now() + days(8)) / 60_000) * 60_000);
  const trainingId = await newTraining(network, coordinator, { regClosesAt: closes });
  const where = { network: network.code, trainingId };
  await register(who, trainingId, 'Pop');
  const before = await stored(network, trainingId);
  const startsAt = new Date(before.startsAt.getTime() + days(7));

  await as(coordinator).trainings.postpone({ ...where });
  const answer = await as(coordinator).trainings.postpone({ ...where, startsAt });
  await as(coordinator).trainings.postpone({ ...where, startsAt });

  const after = await stored(network, trainingId);
  expect(answer.state).toBe('published');
  expect([after.state, after.takenCount, after.sequence - before.sequence]).toEqual(['published', 1, 2]);
  expect(after.sessions.map(({ id }) => id)).toEqual(before.sessions.map(({ id }) => id));
  expect(after.sessions[0]?.startsAt).toEqual(startsAt);
  expect(after.regClosesAt && after.regClosesAt > closes).toBe(true);
  expect((await eventsOf(network, trainingId)).slice(-2)).toEqual([
    'training.postponed',
    'training.rescheduled',
  ]);
});

test('who had a seat before the date moved gives it back until the start; who took one later keeps the deadline', async () => {
  const who = await world();
  const { network, coordinator, manager } = who;
  const trainingId = await newTraining(network, coordinator, { cancelDeadlineHours: 24 * 60 });
  const where = { network: network.code, trainingId };
  await register(who, trainingId, 'Pop');
  const { startsAt } = await stored(network, trainingId);
  await as(coordinator).trainings.postpone({ ...where, startsAt: new Date(startsAt.getTime() + hours(24)) });
  await register(who, trainingId, 'Rus');

  const { seats } = await as(manager).seats.mine(where);

  expect(seats.map(({ familyName, canCancel }) => [familyName, canCancel]).sort()).toEqual([
    ['Pop', true],
    ['Rus', false],
  ]);
});

test('a date that is past is refused, and what has begun is not postponed', async () => {
  const { network, coordinator } = await world();
  const trainingId = await newTraining(network, coordinator);
  const where = { network: network.code, trainingId };
  const past = new Date(Date.now() - hours(1));

  expect(await refusal(as(coordinator).trainings.postpone({ ...where, startsAt: past }))).toBe('date_past');
  const begun = new Date(Date.now() + days(10) + hours(1));
  expect(await refusal(as(coordinator, begun).trainings.postpone(where))).toBe('transition_not_possible');
});

test('running and completed follow the clock, once, however many sweeps run at the same time', async () => {
  const { network, coordinator } = await world();
  const trainingId = await newTraining(network, coordinator);
  const draft = await as(coordinator).trainings.create(trainingDetails(network));
  const sweep = (at: number) => Promise.all([1, 2, 3].map(() => sweepCourses(new Date(Date.now() + at))));

  await sweep(days(1));
  const before = (await stored(network, trainingId)).state;
  await sweep(days(10) + hours(1));
  const during = (await stored(network, trainingId)).state;
  await sweep(days(11));
  const after = (await stored(network, trainingId)).state;

  expect([before, during, after]).toEqual(['published', 'running', 'completed']);
  expect((await stored(network, draft.trainingId)).state).toBe('draft');
  expect((await eventsOf(network, trainingId)).slice(2)).toEqual(['training.moved_on', 'training.moved_on']);
});

test('the documentation is closed when every mark is there and the list with the last mark has left', async () => {
  const who = await world();
  const { network, coordinator } = who;
  const trainingId = await newTraining(network, coordinator);
  const where = { network: network.code, trainingId };
  await register(who, trainingId, 'Pop');
  const late = (extra: number) => as(coordinator, new Date(Date.now() + days(11) + hours(extra)));
  const { sessions, seats } = {
    ...(await stored(network, trainingId)),
    seats: (await as(coordinator).trainings.manage(where)).seats,
  };
  const close = (at: number) => late(at).trainings.move({ ...where, move: 'document' });
  const mark = (at: number, sessionId: string, state: 'present' | 'absent') =>
    late(at).attendance.mark({ ...where, sessionId, marks: [{ seatId: seats[0]?.id ?? '', state }] });
  await late(0).trainings.move({ ...where, move: 'complete' });

  await mark(1, sessions[0]?.id ?? '', 'present');
  expect(await refusal(close(2))).toBe('attendance_incomplete');
  await mark(3, sessions[1]?.id ?? '', 'present');
  expect(await refusal(close(4))).toBe('list_not_exported');
  await late(5).exports.attendance(where);
  await mark(6, sessions[1]?.id ?? '', 'absent');
  expect(await refusal(close(7))).toBe('list_not_exported');
  await late(8).exports.attendance(where);
  expect(await refusal(close(9))).toBe('evaluation_open');
  await as(coordinator).evaluations.plan({ ...where, levels: [] });
  expect(await close(9)).toEqual({ state: 'documented' });
  await late(10).trainings.move({ ...where, move: 'archive' });

  const listed = async (when: 'past' | 'all') =>
    (await late(11).trainings.catalogue({ network: network.code, when })).trainings.map(({ id }) => id);
  expect([await listed('past'), await listed('all')]).toEqual([[], [trainingId]]);
});
