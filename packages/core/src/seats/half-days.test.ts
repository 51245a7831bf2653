import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import {
  as,
  countStatements,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  refusal,
  type TestPerson,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';

await useTestDatabase();

/** A day whose morning has places of its own. */
async function newDay({
  capacity = 10,
  morning = 1 as number | null,
  startsAt = new Date(Date.now() + days(30)),
} = {}) {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const manager = () => newInstitution(network).then((id) => newPerson(network, 'institution_manager', id));
  const session = (from: number, halfDay: 'am' | 'pm', own: number | null) => ({
    startsAt: new Date(startsAt.getTime() + hours(from)),
    endsAt: new Date(startsAt.getTime() + hours(from + 3)),
    halfDay,
    capacity: own,
  });
  const details = { capacity, choosesHalfDays: true, cancelDeadlineHours: 0 };
  const trainingId = await newTraining(network, coordinator, {
    ...details,
    sessions: [session(0, 'am', morning), session(4, 'pm', null)],
  });
  const edit = (sessions: ReturnType<typeof session>[]) =>
    as(coordinator).trainings.edit({ ...trainingDetails(network, { ...details, sessions }), trainingId });
  const where = { network: network.code, trainingId };
  const { sessions } = await as(coordinator).trainings.page(where);
  const [am = '', pm = ''] = sessions.map(({ id }) => id);
  const register = (by: TestPerson, name: string, sessionIds: string[]) =>
    as(by).seats.register({ ...where, places: places(name), sessionIds, requestKey: randomUUID() });
  const seats = () =>
    inNetwork(network.id, (tx) =>
      tx.prisma.seat.findMany({ where: { networkId: network.id, trainingId }, orderBy: { queue: 'asc' } }),
    );
  const states = async () => (await seats()).map(({ state }) => state);
  return { network, coordinator, manager, trainingId, where, am, pm, register, seats, states, session, edit };
}

test('a half-day without places keeps back who wants it, and nobody else', async () => {
  const { manager, am, pm, register, seats, states, coordinator, where } = await newDay();
  const [one, other] = [await manager(), await manager()];

  await register(one, 'Morning', [am]);
  await register(other, 'Whole', [am, pm]);
  await register(other, 'Afternoon', [pm]);
  expect(await states()).toEqual(['confirmed', 'waiting', 'confirmed']);
  expect((await seats()).map(({ sessionIds }) => sessionIds)).toEqual([[am], [], [pm]]);
  expect(await as(one).seats.sessions(where)).toEqual([{ id: am, capacity: 1, held: 1 }]);
  const mine = await as(one).seats.mine(where);
  expect(mine.seats.map(({ sessionStarts }) => sessionStarts.length)).toEqual([1]);

  const [first] = await seats();
  await as(coordinator).seats.cancel({ network: where.network, seatId: first?.id ?? '' });
  expect(await states()).toEqual(['cancelled', 'confirmed', 'confirmed']);
});

test('where half-days are chosen at least one is; a larger morning takes who waits', async () => {
  const day = await newDay();
  const person = await day.manager();
  expect(await refusal(day.register(person, 'Nobody', []))).toBe('half_days_needed');
  expect(await refusal(day.register(person, 'Nobody', [randomUUID()]))).toBe('half_days_needed');
  await day.register(person, 'One', [day.am]);
  await day.register(person, 'Two', [day.am]);
  await day.edit([day.session(0, 'am', 2), day.session(4, 'pm', null)]);

  expect(await day.states()).toEqual(['confirmed', 'confirmed']);
  await day.register(person, 'Late', [day.pm]);
  expect(await refusal(day.edit([day.session(0, 'am', 2)]))).toBe('half_day_in_use');
});

test('many at once: no half-day is oversold, and nobody waits who could come', {
  timeout: 60_000,
}, async () => {
  for (let round = 0; round < 5; round++) {
    const { manager, am, pm, register, seats } = await newDay({ capacity: 20, morning: 4 });
    const people = await Promise.all(Array.from({ length: 6 }, manager));
    await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        register(people[index % 6] as TestPerson, `P${index}`, [[am], [pm], [am, pm]][index % 3] ?? []),
      ),
    );
    const all = await seats();
    const held = all.filter(({ state }) => state === 'confirmed');
    const inMorning = held.filter(({ sessionIds }) => sessionIds.length === 0 || sessionIds.includes(am));
    expect(inMorning).toHaveLength(4);
    expect(held.length - inMorning.length).toBe(8);
    expect(all.filter(({ state }) => state === 'waiting')).toHaveLength(12);
  }
});

test('a training whose half-days have no places of their own asks no statement more', async () => {
  const [limited, plain] = [await newDay({ morning: 5 }), await newDay({ morning: null })];
  const count = async ({ manager, register, pm, am }: typeof plain) => {
    const person = await manager();
    return countStatements(() => register(person, 'One', [am, pm]));
  };

  expect(await count(limited)).toBe((await count(plain)) + 1);
});

test('lists, marks and certificates of a half-day are about who booked it', async () => {
  const { manager, am, pm, where, network, coordinator, trainingId, register } = await newDay({
    morning: null,
    startsAt: new Date(Date.now() + hours(1)),
  });
  const person = await manager();
  await register(person, 'Morning', [am]);
  await register(person, 'Whole', [am, pm]);
  const later = new Date(Date.now() + hours(12));
  const at = as(coordinator, later);
  const listed = async (sessionId: string) =>
    (await at.attendance.printedList({ ...where, sessionId, languages: ['en'] })).rows.map(
      ({ familyName }) => familyName,
    );

  expect(await listed(am)).toEqual(['Morning', 'Whole']);
  expect(await listed(pm)).toEqual(['Whole']);

  const { rows } = await at.attendance.sheet(where);
  const seatOf = (name: string) => rows.find(({ familyName }) => familyName === name)?.seatId ?? '';
  await at.attendance.mark({
    ...where,
    sessionId: am,
    marks: ['Morning', 'Whole'].map((name) => ({ seatId: seatOf(name), state: 'present' as const })),
  });
  await at.attendance.mark({
    ...where,
    sessionId: pm,
    marks: [{ seatId: seatOf('Whole'), state: 'absent' }],
  });
  await at.attendance.lock({ network: network.code, trainingId, sessionId: pm });
  const { rows: results } = await at.certificates.results(where);
  expect(
    results.map(({ familyName, verdict }) => [familyName, verdict.isEarned, verdict.attended, verdict.held]),
  ).toEqual([
    ['Morning', true, 1, 1],
    ['Whole', false, 1, 2],
  ]);
});
