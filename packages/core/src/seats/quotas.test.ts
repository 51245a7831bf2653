import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  as,
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

async function hybridTraining(changes: Parameters<typeof newTraining>[2] = {}) {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const institutions = [await newInstitution(network), await newInstitution(network)];
  const [one, other] = await Promise.all(
    institutions.map((id) => newPerson(network, 'institution_manager', id)),
  );
  if (!one || !other) throw new Error('no managers');
  const trainingId = await newTraining(network, coordinator, {
    capacity: 6,
    mode: 'hybrid',
    languages: ['ro', 'hu'],
    ...changes,
  });
  const where = { network: network.code, trainingId };
  const ask = (
    by: TestPerson,
    count: number,
    more: { mode?: 'onsite' | 'online'; keepTogether?: boolean } = {},
  ) =>
    as(by).seats.register({
      ...where,
      places: places(...Array.from({ length: count }, () => null)),
      requestKey: randomUUID(),
      ...more,
    });
  const line = async () =>
    (await as(coordinator).trainings.manage(where)).seats.filter(({ state }) => state === 'waiting');
  return { network, coordinator, one, other, where, ask, line };
}

const online = { scope: 'mode', key: 'online', size: 2 } as const;

test('no more seats online than the quota says; on site goes on, and raising the quota gives seats at once', async () => {
  const { coordinator, one, where, ask } = await hybridTraining();
  await as(coordinator).trainings.changeCapacity({ ...where, capacity: 6, quotas: [online] });

  expect(await ask(one, 3, { mode: 'online' })).toMatchObject({ confirmed: 2, waiting: 1 });
  expect(await ask(one, 2, { mode: 'onsite' })).toMatchObject({ confirmed: 2, waiting: 0 });
  expect(await refusal(ask(one, 1))).toBe('mode_needed');
  const raised = { ...where, capacity: 6, quotas: [{ ...online, size: 3 }] };
  expect(await as(coordinator).trainings.changeCapacity(raised)).toEqual({ promoted: 1 });
});

test('a quota below what is held takes no seat from anyone, and the coordinator sees it overbooked', async () => {
  const { coordinator, one, where, ask } = await hybridTraining();
  await ask(one, 4, { mode: 'online' });

  await as(coordinator).trainings.changeCapacity({ ...where, capacity: 6, quotas: [online] });

  const { training, seats } = await as(coordinator).trainings.manage(where);
  expect(training.quotas).toMatchObject([{ size: 2, held: 4 }]);
  expect(seats.filter(({ state }) => state === 'confirmed')).toHaveLength(4);
  expect(await ask(one, 1, { mode: 'online' })).toMatchObject({ confirmed: 0 });
});

test('a visitor reads the quotas and the rules of a public training, and no count of them', async () => {
  const { coordinator, where } = await hybridTraining();
  await as(coordinator).trainings.changeCapacity({
    ...where,
    capacity: 6,
    quotas: [online],
    priorityRule: 'institutions_without_seat_first',
    partyRule: 'strict',
  });

  const page = await as(null).trainings.page(where);

  expect(page).toMatchObject({
    quotas: [{ ...online, releaseAt: null }],
    priorityRule: 'institutions_without_seat_first',
    partyRule: 'strict',
  });
});

test('a quota that stands twice or fits no seat is refused beside its row', async () => {
  const { coordinator, where } = await hybridTraining();
  const set = (...quotas: { scope: 'mode' | 'language'; key: string; size: number }[]) =>
    refusal(as(coordinator).trainings.changeCapacity({ ...where, capacity: 6, quotas }));

  expect(await set(online, online)).toBe('quota_twice');
  expect(await set({ scope: 'language', key: 'de', size: 1 })).toBe('quota_unfit');
});

test('institutions without a seat come first, and the position says so', async () => {
  const { coordinator, one, other, where, ask, line } = await hybridTraining({ capacity: 1 });
  await as(coordinator).trainings.changeCapacity({
    ...where,
    capacity: 1,
    priorityRule: 'institutions_without_seat_first',
  });
  await ask(one, 2);
  await ask(other, 1);

  const { seats } = await as(other).seats.mine(where);
  expect(seats.map(({ position }) => position)).toEqual([1]);
  expect((await line()).map(({ position }) => position)).toEqual([1, 2]);
  await as(coordinator).trainings.changeCapacity({ ...where, capacity: 2 });
  expect((await as(other).seats.mine(where)).seats.map(({ state }) => state)).toEqual(['confirmed']);
});

test('a party that comes together waits as a whole and is seated as a whole', async () => {
  const { coordinator, one, other, where, ask, line } = await hybridTraining({ capacity: 2 });

  expect(await ask(one, 3, { keepTogether: true })).toMatchObject({ confirmed: 0, waiting: 3 });
  expect(await ask(other, 1)).toMatchObject({ confirmed: 1 });
  await as(coordinator).trainings.changeCapacity({ ...where, capacity: 3 });
  expect(await line()).toHaveLength(3);
  await as(coordinator).trainings.changeCapacity({ ...where, capacity: 4 });
  expect(await line()).toHaveLength(0);
});

test('a seat moved ahead is first, for a reason that only coordinators read', async () => {
  const { coordinator, one, other, where, ask, line } = await hybridTraining({ capacity: 0 });
  await ask(one, 1);
  await ask(other, 1);
  const [, second] = await line();
  const reason = 'Has waited twice before';
  const move = { network: where.network, seatId: second?.id ?? '', priority: 'ahead', reason } as const;

  expect(await refusal(as(other).seats.prioritise(move))).toBe('not_allowed');
  await as(coordinator).seats.prioritise(move);

  expect((await line()).map(({ id, priorityReason }) => [id, priorityReason])[0]).toEqual([
    second?.id,
    reason,
  ]);
  const mine = await as(other).seats.mine(where);
  expect(mine.seats.map(({ position }) => position)).toEqual([1]);
  expect(JSON.stringify(mine)).not.toContain(reason);
  await as(coordinator).trainings.changeCapacity({ ...where, capacity: 2 });
  expect(await refusal(as(coordinator).seats.prioritise(move))).toBe('seat_not_waiting');
});
