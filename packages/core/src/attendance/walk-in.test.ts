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
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';

await useTestDatabase();

/** A half-day that began ten minutes ago, with these seats and one person registered. */
async function atTheDoor(capacity: number) {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const trainer = await newPerson(network, 'trainer');
  const institutionId = await newInstitution(network);
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const start = new Date(Date.now() - 600_000);
  const trainingId = await newTraining(network, coordinator, {
    capacity,
    trainerIds: [trainer.personId],
    sessions: [{ startsAt: start, endsAt: new Date(start.getTime() + hours(3)), halfDay: 'am' }],
  });
  await as(manager, new Date(Date.now() - days(1))).seats.register({
    network: network.code,
    trainingId,
    places: places('Pop'),
    requestKey: randomUUID(),
  });
  const { sessions } = await as(coordinator).attendance.sheet({ network: network.code, trainingId });
  const at = { network: network.code, trainingId, sessionId: sessions[0]?.id ?? '' };
  const add = (person: TestPerson, familyName: string, changes: object = {}) =>
    as(person).attendance.addWalkIn({
      ...at,
      givenName: 'Ana',
      familyName,
      requestKey: randomUUID(),
      ...changes,
    });
  return { network, coordinator, trainer, manager, institutionId, at, add };
}

test('a trainer adds who came without a seat: on the list, present, with the hour, once', async () => {
  const { trainer, coordinator, institutionId, network, at, add } = await atTheDoor(5);
  const requestKey = randomUUID();

  expect(await add(trainer, 'Moldovan', { institutionId, requestKey })).toEqual({ isNew: true });
  expect(await add(trainer, 'Moldovan', { institutionId, requestKey })).toEqual({ isNew: false });
  await add(trainer, 'Crișan');

  const { rows, training } = await as(trainer).attendance.sheet(at);
  const byName = new Map(rows.map((row) => [row.familyName, row]));
  expect(rows.map(({ familyName }) => familyName).sort()).toEqual(['Crișan', 'Moldovan', 'Pop']);
  expect(byName.get('Moldovan')?.marks[at.sessionId]).toBe('present');
  expect(byName.get('Moldovan')?.details[at.sessionId]?.inAt).not.toBeNull();
  expect(byName.get('Moldovan')?.institutionName).not.toBeNull();
  expect(byName.get('Crișan')?.institutionName).toBeNull();
  expect(training.takenCount).toBe(3);
  const { changes } = await as(trainer).attendance.trail(at);
  expect(changes.map(({ way }) => way)).toEqual(['walk_in', 'walk_in']);
  const { events } = await as(coordinator).events.history({ network: network.code });
  expect(events.filter(({ kind }) => kind === 'seats.walked_in')).toHaveLength(2);
});

test('the door gives no seat that is not there, however many come at once', async () => {
  const { trainer, at, add } = await atTheDoor(3);

  const outcomes = await Promise.allSettled(['A', 'B', 'C', 'D'].map((name) => add(trainer, name)));

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  expect(await refusal(add(trainer, 'E'))).toBe('walk_in_full');
  const { rows, training } = await as(trainer).attendance.sheet(at);
  expect([rows.length, training.takenCount]).toEqual([3, 3]);
});

test('walk-ins and marks at once do not stand in each other’s way', async () => {
  const { trainer, at, add } = await atTheDoor(30);
  const { rows } = await as(trainer).attendance.sheet(at);
  const seatId = rows[0]?.seatId ?? '';

  await Promise.all(
    Array.from({ length: 8 }, (_, index) => [
      add(trainer, `Name${index}`),
      as(trainer).attendance.mark({
        ...at,
        marks: [{ seatId, state: index % 2 === 0 ? ('present' as const) : ('absent' as const) }],
      }),
    ]).flat(),
  );

  expect((await as(trainer).attendance.sheet(at)).rows).toHaveLength(9);
});

test('who has a seat, a locked list, a foreign trainer and a suspended institution are refused', async () => {
  const { trainer, coordinator, manager, institutionId, network, at, add } = await atTheDoor(5);
  const stranger = await newPerson(network, 'trainer');

  expect(await refusal(add(trainer, 'Pop', { institutionId, givenName: 'Ion' }))).toBe('already_registered');
  expect(await refusal(add(stranger, 'X'))).toBe('not_allowed');
  expect(await refusal(add(manager, 'X'))).toBe('not_allowed');
  await add(trainer, 'Moldovan');
  await as(coordinator).attendance.mark({
    ...at,
    marks: (await as(trainer).attendance.sheet(at)).rows.map(({ seatId }) => ({
      seatId,
      state: 'present' as const,
    })),
  });
  await as(trainer).attendance.lock(at);
  expect(await refusal(add(trainer, 'Late'))).toBe('attendance_locked');
});

test('who waits and comes gets a free seat at the door after the start; before it the line decides', async () => {
  const { network, coordinator, manager, institutionId, at, add } = await atTheDoor(1);
  await as(manager, new Date(Date.now() - days(1))).seats.register({
    network: at.network,
    trainingId: at.trainingId,
    places: places('Rus'),
    requestKey: randomUUID(),
  });
  const early = new Date(Date.now() - 1_200_000);
  const person = { givenName: 'Ion', familyName: 'Rus', institutionId, requestKey: randomUUID() };

  expect(await refusal(as(coordinator, early).attendance.addWalkIn({ ...at, ...person }))).toBe(
    'walk_in_waits',
  );
  expect(await refusal(add(coordinator, 'Rus', person))).toBe('walk_in_full');
  const { training } = await as(coordinator).attendance.sheet(at);
  await inNetwork(network.id, ({ prisma }) =>
    prisma.training.updateMany({ where: { id: at.trainingId }, data: { capacity: 2 } }),
  );
  const both = await Promise.allSettled([add(coordinator, 'Rus', person), add(coordinator, 'Rus', person)]);

  expect(training.waitingCount).toBe(1);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const { rows, training: after } = await as(coordinator).attendance.sheet(at);
  expect([after.takenCount, after.waitingCount]).toEqual([2, 0]);
  expect(rows.find(({ familyName }) => familyName === 'Rus')?.marks[at.sessionId]).toBe('present');
});
