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
  useTestDatabase,
} from '../testing.server.ts';
import { answerWishEvent, followWish } from './follow-wish.server.ts';
import { joinOtherDates } from './join.server.ts';

await useTestDatabase();

type Settings = { promotion?: 'automatic' | 'offer'; capacity?: number };

/** Trainings of one theme, one week after the other, in which others hold every seat. */
async function newDates(count: number, { promotion = 'automatic', capacity = 1 }: Settings = {}) {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const manager = async () => newPerson(network, 'institution_manager', await newInstitution(network));
  const [holder, waiter, other] = [await manager(), await manager(), await manager()];
  const trainings: string[] = [];
  for (let index = 0; index < count; index++) {
    const startsAt = new Date(Date.now() + days(30 + 7 * index));
    const trainingId = await newTraining(network, coordinator, {
      capacity,
      promotion,
      offerHours: 24,
      cancelDeadlineHours: 0,
      sessions: [{ startsAt, endsAt: new Date(startsAt.getTime() + hours(3)), halfDay: 'am' }],
    });
    trainings.push(trainingId);
  }
  const [first = '', ...rest] = trainings;
  const register = (
    by: typeof holder,
    trainingId: string,
    names: (string | null)[],
    more: { dates?: string[]; keepTogether?: boolean; requestKey?: string } = {},
  ) =>
    as(by).seats.register({
      network: network.code,
      trainingId,
      places: places(...names),
      requestKey: randomUUID(),
      ...more,
    });
  const seats = (where: { trainingId?: string } = {}) =>
    inNetwork(network.id, (tx) =>
      tx.prisma.seat.findMany({ where: { networkId: network.id, ...where }, orderBy: { queue: 'asc' } }),
    );
  const wished = async () => (await seats()).filter(({ wishId }) => wishId !== null);
  const standing = async () =>
    Object.fromEntries(
      (await wished()).map(({ trainingId, state }) => [trainings.indexOf(trainingId), state]),
    );
  const free = async (trainingId: string) => {
    const [held] = (await seats({ trainingId })).filter(({ state }) => state === 'confirmed');
    await as(coordinator).seats.cancel({ network: network.code, seatId: held?.id ?? '' });
  };
  const events = (kind: string) =>
    inNetwork(network.id, (tx) =>
      tx.prisma.domainEvent.findMany({ where: { networkId: network.id, kind }, orderBy: { id: 'asc' } }),
    );
  /** What the worker does: each event of a wish, in the order in which they came. */
  const work = async (from = 0): Promise<void> => {
    const all = await inNetwork(network.id, (tx) =>
      tx.prisma.domainEvent.findMany({
        where: {
          networkId: network.id,
          kind: { in: ['seats.wished', 'seat.wish_fulfilled', 'seat.wish_opened'] },
        },
        orderBy: { id: 'asc' },
      }),
    );
    for (const { id } of all.slice(from))
      await answerWishEvent({ networkId: network.id, eventId: id }, new Date());
    if (all.length > from) await work(all.length);
  };
  const place = { networkId: network.id, now: new Date(), actorId: null };
  return {
    network,
    coordinator,
    holder,
    waiter,
    other,
    trainings,
    first,
    rest,
    register,
    seats,
    wished,
    standing,
    free,
    events,
    work,
    place,
  };
}

test('whoever waits for any of several dates gets the first seat that becomes free, and leaves the other lines', async () => {
  const world = await newDates(3);
  const [a = '', b = '', c = ''] = world.trainings;
  for (const id of [a, b, c]) await world.register(world.holder, id, ['Held']);

  const answer = await world.register(world.waiter, a, ['Pop'], { dates: [b, c] });
  await world.register(world.other, a, ['Next']);

  expect(answer).toMatchObject({ confirmed: 0, waiting: 1, elsewhere: 0 });
  expect(await world.standing()).toEqual({ 0: 'waiting', 1: 'waiting', 2: 'waiting' });
  const { seats } = await as(world.waiter).seats.mine({ network: world.network.code });
  expect(new Set(seats.map(({ wishId }) => wishId)).size).toBe(1);
  expect(seats.map(({ position }) => position)).toEqual([1, 1, 1]);

  await world.free(b);
  expect(await world.standing()).toEqual({ 0: 'waiting', 1: 'confirmed', 2: 'waiting' });
  // Before the other lines are left, a seat that becomes free there goes to the next.
  await world.free(a);
  expect(await world.standing()).toEqual({ 0: 'waiting', 1: 'confirmed', 2: 'waiting' });
  const inA = await world.seats({ trainingId: a });
  expect(inA.map(({ state }) => state)).toEqual(['cancelled', 'waiting', 'confirmed']);

  await world.work();
  await world.work();
  expect(await world.standing()).toEqual({ 0: 'cancelled', 1: 'confirmed', 2: 'cancelled' });
  expect(await world.events('seat.withdrawn')).toHaveLength(2);
  for (const trainingId of [a, c]) {
    const { training } = await as(world.coordinator).trainings.manage({
      network: world.network.code,
      trainingId,
    });
    expect(training.waitingCount).toBe(0);
  }
});

test('a date with room gives the seat at once; who has a seat there already does not join', async () => {
  const world = await newDates(3);
  const [a = '', b = '', c = ''] = world.trainings;
  await world.register(world.holder, a, ['Held']);
  await world.register(world.holder, c, ['Held']);

  const answer = await world.register(world.waiter, a, ['Pop', 'Rus'], { dates: [b, c] });

  expect(answer).toMatchObject({ confirmed: 0, waiting: 2, elsewhere: 1 });
  await world.work();
  const states = (await world.wished()).map(({ trainingId, state }) => [
    world.trainings.indexOf(trainingId),
    state,
  ]);
  expect(states.toSorted()).toEqual([
    [0, 'cancelled'],
    [0, 'waiting'],
    [1, 'confirmed'],
    [1, 'waiting'],
    [2, 'waiting'],
  ]);

  const again = await newDates(2);
  await again.register(again.holder, again.first, ['Held']);
  await again.register(again.waiter, again.rest[0] ?? '', ['Pop']);
  await again.register(again.waiter, again.first, ['Pop'], { dates: again.rest });
  expect(await again.standing()).toEqual({ 0: 'waiting' });
});

test('joining the other lines can be repeated, and a date that is not offered is left out', async () => {
  const world = await newDates(2);
  const [a = '', b = ''] = world.trainings;
  await world.register(world.holder, a, ['Held']);
  await world.register(world.holder, b, ['Held']);
  const key = randomUUID();
  const input = { dates: [b, a, randomUUID()], requestKey: key };

  const { registrationId } = await world.register(world.waiter, a, ['Pop'], input);
  await world.register(world.waiter, a, ['Pop'], input);
  await Promise.all(Array.from({ length: 5 }, () => joinOtherDates(world.place, registrationId)));
  await world.work();

  expect(await world.standing()).toEqual({ 0: 'waiting', 1: 'waiting' });
  expect(await world.wished()).toHaveLength(2);
  // The earlier date is not among the others of the later one.
  expect(await as(world.waiter).seats.dates({ network: world.network.code, trainingId: b })).toEqual([]);
});

test('an offer holds the wish; declined or lapsed, it opens again for those who still wait', async () => {
  const world = await newDates(2, { promotion: 'offer' });
  const [a = '', b = ''] = world.trainings;
  await world.register(world.holder, a, ['Held']);
  await world.register(world.holder, b, ['Held']);
  await world.register(world.waiter, a, ['Pop'], { dates: [b] });

  await world.free(a);
  await world.free(b);
  await world.work();
  expect(await world.standing()).toEqual({ 0: 'offered', 1: 'waiting' });

  const [offered] = (await world.wished()).filter(({ state }) => state === 'offered');
  const where = { network: world.network.code, seatId: offered?.id ?? '' };
  await as(world.waiter).seats.answerOffer({ ...where, answer: 'decline' });
  await world.work();
  expect(await world.standing()).toEqual({ 0: 'cancelled', 1: 'offered' });

  const [second] = (await world.wished()).filter(({ state }) => state === 'offered');
  await as(world.waiter).seats.answerOffer({ ...where, seatId: second?.id ?? '', answer: 'accept' });
  await world.work();
  expect(await world.standing()).toEqual({ 0: 'cancelled', 1: 'confirmed' });
});

test('an offer on one date lets the line of another go on that waited for the same party', async () => {
  const world = await newDates(2, { capacity: 2, promotion: 'offer' });
  const { coordinator, network } = world;
  const [a = '', b = ''] = world.trainings;
  await as(coordinator).trainings.changeCapacity({
    network: network.code,
    trainingId: a,
    capacity: 2,
    partyRule: 'strict',
  });
  await world.register(world.holder, a, ['One', 'Two']);
  await world.register(world.holder, b, ['One', 'Two']);
  await world.register(world.waiter, a, ['Pop', 'Rus'], { dates: [b], keepTogether: true });
  await world.register(world.other, a, ['Next']);
  const next = async () => (await world.seats({ trainingId: a })).at(-1)?.state;
  await world.free(a);
  await world.work();
  expect(await next()).toBe('waiting');

  await world.free(b);
  await world.free(b);
  await world.work();

  expect(new Set((await world.wished()).map(({ state }) => state))).toEqual(new Set(['waiting', 'offered']));
  expect(await next()).toBe('offered');
});

test('a seat that is given back before the other lines were left opens the wish; later it does not', async () => {
  const world = await newDates(2);
  const [a = '', b = ''] = world.trainings;
  await world.register(world.holder, a, ['Held']);
  await world.register(world.holder, b, ['Held']);
  await world.register(world.waiter, a, ['Pop'], { dates: [b] });
  await world.free(a);
  const [given] = (await world.wished()).filter(({ state }) => state === 'confirmed');
  await as(world.waiter).seats.cancel({ network: world.network.code, seatId: given?.id ?? '' });

  await world.work();
  expect(await world.standing()).toEqual({ 0: 'cancelled', 1: 'waiting' });
  await world.free(b);
  expect(await world.standing()).toEqual({ 0: 'cancelled', 1: 'confirmed' });
});

test('a training that is called off gives its offers up for the other dates', async () => {
  const world = await newDates(2, { promotion: 'offer' });
  const [a = '', b = ''] = world.trainings;
  await world.register(world.holder, a, ['Held']);
  await world.register(world.holder, b, ['Held']);
  await world.register(world.waiter, a, ['Pop'], { dates: [b] });
  await world.free(a);
  await world.free(b);
  expect(await world.standing()).toEqual({ 0: 'offered', 1: 'waiting' });

  await as(world.coordinator).trainings.cancel({ network: world.network.code, trainingId: a, reason: 'Ill' });
  await world.work();

  expect((await world.standing())[1]).toBe('offered');
});

test('whoever comes only together has one wish: all on one date', async () => {
  const world = await newDates(2, { capacity: 2 });
  const [a = '', b = ''] = world.trainings;
  await world.register(world.holder, a, ['One', 'Two']);
  await world.register(world.holder, b, ['One', 'Two']);
  await world.register(world.waiter, a, ['Pop', 'Rus'], { dates: [b], keepTogether: true });

  await world.free(a);
  await world.free(b);
  expect(new Set((await world.wished()).map(({ state }) => state))).toEqual(new Set(['waiting']));
  await world.free(b);
  await world.work();

  const states = (await world.wished()).map(({ trainingId, state }) => [
    world.trainings.indexOf(trainingId),
    state,
  ]);
  expect(states.toSorted()).toEqual([
    [0, 'cancelled'],
    [0, 'cancelled'],
    [1, 'confirmed'],
    [1, 'confirmed'],
  ]);
});

test('two trainings that give a seat in the same instant give it to a wish once', {
  timeout: 180_000,
}, async () => {
  const rounds = 40;
  for (let round = 0; round < rounds; round++) {
    const world = await newDates(2, { capacity: 3, promotion: round % 2 === 0 ? 'automatic' : 'offer' });
    const [a = '', b = ''] = world.trainings;
    await world.register(world.holder, a, ['One', 'Two', 'Six']);
    await world.register(world.holder, b, ['One', 'Two', 'Six']);
    await world.register(world.waiter, a, ['Pop', 'Rus', 'Sas'], { dates: [b] });
    const held = (await world.seats()).filter(({ state }) => state === 'confirmed');
    const wishIds = [...new Set((await world.wished()).flatMap(({ wishId }) => wishId ?? []))];

    await Promise.all([
      ...held.map(({ id: seatId }) =>
        as(world.coordinator).seats.cancel({ network: world.network.code, seatId }),
      ),
      ...wishIds.map((id) => followWish(world.place, id)),
      world.work(),
    ]);

    for (const wishId of wishIds) {
      const has = (await world.wished()).filter(
        (seat) => seat.wishId === wishId && ['confirmed', 'offered'].includes(seat.state),
      );
      expect(has, `round ${round}`).toHaveLength(1);
    }
    await world.work();
    const [more] = (await world.wished()).filter(({ state }) => state === 'waiting');
    if (round % 2 === 0) expect(more, `round ${round}`).toBeUndefined();
  }
});
