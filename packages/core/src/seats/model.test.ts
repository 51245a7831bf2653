import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import type { Caller } from '../api.server.ts';
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
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { answerWishEvent } from './follow-wish.server.ts';
import { type Chance, chance, lineOf, type ModelSeat, type ModelTraining, settled } from './model.testing.ts';
import { partyRules, priorityRules } from './rules.ts';
import { sweepSeats } from './sweep.server.ts';

// Everything that can happen to seats, drawn by chance and replayed by its seed: one after the other against a model that
// is written apart from the rules, and many at once against what must always hold.
// TESSERA_STEPS=50000 takes longer, TESSERA_SEED=… repeats.

await useTestDatabase();

const steps = Number(process.env.TESSERA_STEPS ?? 3000);
// The suite draws the same steps each time, so that it fails for a change and not by chance; a longer look draws new ones.
const drawn = process.env.TESSERA_STEPS ? Date.now() % 1_000_000 : 245_920;
const seed = Number(process.env.TESSERA_SEED ?? drawn);
const limit = Math.max(180_000, steps * 100);

type Training = ModelTraining & { id: string; sessionIds: string[] };
type World = {
  network: TestNetwork;
  coordinator: TestPerson;
  managers: TestPerson[];
  trainings: Training[];
  now: Date;
  startsAt: Date;
  /** The last event of a wish that was followed */
  followed: string | null;
};

async function newWorld(draw: Chance, count: number): Promise<World> {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const managers: TestPerson[] = [];
  for (let index = 0; index < 5; index++) {
    managers.push(await newPerson(network, 'institution_manager', await newInstitution(network)));
  }
  const now = new Date();
  const startsAt = new Date(now.getTime() + days(20));
  const trainings: Training[] = [];
  for (let index = 0; index < count; index++) {
    const rules = {
      capacity: draw.below(12),
      quotaPerInstitution: draw.pick([null, null, 2, 3]),
      quotaReleaseAt: draw.pick([null, new Date(now.getTime() + days(5))]),
      promotion: draw.pick(['automatic', 'offer'] as const),
    };
    const choosesHalfDays = draw.below(2) === 0;
    const first = startsAt.getTime() + days(2 * index);
    const halfDay = (after: number, own: number | null) => ({
      startsAt: new Date(first + hours(after)),
      endsAt: new Date(first + hours(after + 3)),
      halfDay: 'am' as const,
      capacity: own,
    });
    const id = await newTraining(network, coordinator, {
      ...rules,
      choosesHalfDays,
      mode: 'hybrid',
      languages: ['ro', 'hu'],
      offerHours: 24,
      cancelDeadlineHours: 0,
      sessions: [halfDay(0, draw.pick([null, draw.below(8)])), halfDay(4, null)],
    });
    const { sessions } = await as(coordinator).trainings.page({ network: network.code, trainingId: id });
    trainings.push({
      id,
      ...rules,
      priorityRule: 'first_come',
      partyRule: 'skip',
      quotas: [],
      sessionIds: choosesHalfDays ? sessions.map((session) => session.id) : [],
      halfDays: sessions.flatMap((session) =>
        session.capacity === null ? [] : [{ id: session.id, capacity: session.capacity }],
      ),
    });
  }
  const world = { network, coordinator, managers, trainings, now, startsAt, followed: null };
  for (const training of trainings) await newRules(draw, world, training);
  return world;
}

async function newRules(draw: Chance, world: World, training: Training): Promise<void> {
  const releaseAt = () => draw.pick([null, null, new Date(world.now.getTime() + hours(draw.below(100)))]);
  const quota = (scope: 'mode' | 'language' | 'institution_kind', key: string) => ({
    scope,
    key,
    size: draw.below(6),
    releaseAt: releaseAt(),
  });
  const all = [quota('mode', 'online'), quota('language', 'hu'), quota('institution_kind', 'municipality')];
  const rules = {
    capacity: draw.pick([training.capacity, draw.below(14)]),
    quotas: all.filter(() => draw.below(2) === 0),
    priorityRule: draw.pick(priorityRules),
    partyRule: draw.pick(partyRules),
  };
  const at = as(world.coordinator, world.now);
  await at.trainings.changeCapacity({ network: world.network.code, trainingId: training.id, ...rules });
  Object.assign(training, rules);
}

async function seatsOf(world: World, trainingId: string): Promise<ModelSeat[]> {
  const networkId = world.network.id;
  const select = {
    id: true,
    registrationId: true,
    institutionId: true,
    institutionKind: true,
    mode: true,
    language: true,
    isTogether: true,
    priority: true,
    state: true,
    queue: true,
    offeredUntil: true,
    sessionIds: true,
    wishId: true,
    wish: { select: { trainingId: true } },
  } as const;
  const seats = await inNetwork(networkId, (tx) =>
    tx.prisma.seat.findMany({ where: { networkId, trainingId }, orderBy: { queue: 'asc' }, select }),
  );
  return seats.map(({ wish, ...seat }) => {
    const isElsewhere = Boolean(wish?.trainingId && wish.trainingId !== trainingId);
    return { ...seat, isElsewhere };
  });
}

type Asked = Omit<Parameters<Caller['seats']['register']>[0], 'network' | 'trainingId'>;
type Action =
  | { kind: 'register'; by: TestPerson; asked: Asked }
  | { kind: 'cancel' | 'accept' | 'decline' | 'name'; seat: ModelSeat }
  | { kind: 'prioritise'; seat: ModelSeat; priority: 'ahead' | 'usual' | 'behind' };

function drawAction(draw: Chance, world: World, training: Training, seats: readonly ModelSeat[]): Action {
  const [am, pm] = training.sessionIds;
  const halfDays = am && pm ? draw.pick([[am], [pm], [am, pm]]) : [];
  const others = world.trainings.map(({ id }) => id).filter((id) => id !== training.id);
  const register: Action = {
    kind: 'register',
    by: draw.pick(world.managers),
    asked: {
      places: places(...Array.from({ length: 1 + draw.below(4) }, () => null)),
      mode: draw.pick(['onsite', 'online'] as const),
      language: draw.pick(['ro', 'hu']),
      keepTogether: draw.below(2) === 0,
      sessionIds: halfDays,
      dates: draw.pick([[], others]),
      requestKey: randomUUID(),
    },
  };
  const inState = (...states: string[]) => seats.filter(({ state }) => states.includes(state));
  const offered = inState('offered');
  const roll = draw.below(10);
  const isAnswer = roll >= 6 && roll < 8 && offered.length > 0;
  const isCancel = roll >= 3 && roll < 8 && !isAnswer;
  const pool = isAnswer ? offered : isCancel ? inState('confirmed', 'offered', 'waiting') : seats;
  if (roll < 3 || pool.length === 0) return register;
  const seat = draw.pick(pool);
  if (isCancel) return { kind: 'cancel', seat };
  if (isAnswer) return { kind: draw.pick(['accept', 'accept', 'decline'] as const), seat };
  if (roll === 8) return { kind: 'name', seat };
  return { kind: 'prioritise', seat, priority: draw.pick(['ahead', 'usual', 'behind'] as const) };
}

function perform(world: World, trainingId: string, action: Action): Promise<unknown> {
  const network = world.network.code;
  const coordinator = as(world.coordinator, world.now);
  if (action.kind === 'register')
    return as(action.by, world.now).seats.register({ network, trainingId, ...action.asked });
  const seatId = action.seat.id;
  if (action.kind === 'cancel') return coordinator.seats.cancel({ network, seatId });
  if (action.kind === 'name')
    return coordinator.seats.name({ network, seatId, givenName: 'Ion', familyName: `Pop ${randomUUID()}` });
  if (action.kind === 'prioritise')
    return coordinator.seats.prioritise({ network, seatId, priority: action.priority, reason: 'Asked for' });
  return coordinator.seats.answerOffer({ network, seatId, answer: action.kind });
}

/** What the model says about an action; a text is the code with which it is refused. */
function foretell(
  training: ModelTraining,
  seats: readonly ModelSeat[],
  action: Action,
  now: Date,
  added: readonly ModelSeat[],
): ModelSeat[] | string {
  const isDue = (seat: ModelSeat) =>
    seat.state === 'offered' && seat.offeredUntil !== null && seat.offeredUntil.getTime() <= now.getTime();
  const lapsed = seats.map((seat) => (isDue(seat) ? { ...seat, state: 'lapsed' } : seat));
  const before = seats.some(isDue) ? settled(training, lapsed, now) : [...seats];
  if (action.kind === 'register') {
    const asking = added.map((seat) => ({ ...seat, state: 'waiting' }));
    return settled(training, [...before, ...asking], now, new Set(asking.map(({ id }) => id)));
  }
  const seat = before.find(({ id }) => id === action.seat.id);
  if (!seat) throw new Error('the model lost a seat');
  const put = (changes: Partial<ModelSeat>, which = (each: ModelSeat) => each.id === seat.id) =>
    before.map((each) => (which(each) ? { ...each, ...changes } : each));
  switch (action.kind) {
    case 'cancel':
      if (seat.state === 'lapsed') return 'seat_not_active';
      return seat.state === 'cancelled' ? before : settled(training, put({ state: 'cancelled' }), now);
    case 'accept':
      if (seat.state === 'confirmed') return before;
      return seat.state === 'offered' ? put({ state: 'confirmed' }) : 'offer_expired';
    case 'decline':
      return seat.state === 'offered' ? settled(training, put({ state: 'cancelled' }), now) : 'offer_expired';
    case 'name':
      return ['waiting', 'offered', 'confirmed'].includes(seat.state) ? before : 'seat_not_active';
    case 'prioritise': {
      if (seat.state !== 'waiting') return 'seat_not_waiting';
      const moves = (each: ModelSeat) =>
        each.state === 'waiting' &&
        (each.id === seat.id ||
          (seat.isTogether && each.isTogether && each.registrationId === seat.registrationId));
      return settled(
        training,
        put({ priority: { ahead: 1, usual: 0, behind: -1 }[action.priority] }, moves),
        now,
      );
    }
    default:
      return action satisfies never;
  }
}

const told = (seats: readonly ModelSeat[]) =>
  Object.fromEntries(seats.map(({ id, state, priority }) => [id, `${state} ${priority}`]));

const takenOf = (seats: readonly ModelSeat[]) =>
  seats.filter(({ state }) => state === 'confirmed' || state === 'offered');

/** How many seats are taken of all, and of each part that a quota can count. */
function parts(seats: readonly ModelSeat[]): Map<string, number> {
  const held = new Map<string, number>();
  for (const { mode, language, institutionKind, sessionIds } of takenOf(seats)) {
    const halfDays = sessionIds.length === 0 ? ['every half-day'] : sessionIds;
    for (const name of [
      ...halfDays,
      'all',
      `mode ${mode}`,
      `language ${language}`,
      `institution_kind ${institutionKind}`,
    ])
      held.set(name, (held.get(name) ?? 0) + 1);
  }
  return held;
}

/**
 * Counters, the order of the line as pages show it, that nobody waits who could have a seat, and that no more is taken than
 * allowed – or than was taken already when the rules changed.
 */
async function checkTraining(
  world: World,
  training: Training,
  honoured: ReadonlyMap<string, number> = new Map(),
): Promise<void> {
  const seats = await seatsOf(world, training.id);
  const { training: shown, seats: lines } = await as(world.coordinator, world.now).trainings.manage({
    network: world.network.code,
    trainingId: training.id,
  });
  const waiting = seats.filter(({ state }) => state === 'waiting');
  expect([shown.takenCount, shown.waitingCount]).toEqual([takenOf(seats).length, waiting.length]);
  expect(lines.filter(({ state }) => state === 'waiting').map(({ id, position }) => [id, position])).toEqual(
    lineOf(training, seats)
      .flat()
      .map(({ id }, index) => [id, index + 1]),
  );
  expect(told(settled(training, seats, world.now))).toEqual(told(seats));
  const held = parts(seats);
  const isAtMost = (name: string, allowed: number) =>
    expect(held.get(name) ?? 0, `${name}, seed ${seed}`).toBeLessThanOrEqual(
      Math.max(allowed, honoured.get(name) ?? 0),
    );
  isAtMost('all', training.capacity);
  const before = (name: string) => honoured.get(name) ?? 0;
  for (const { id, capacity } of training.halfDays) {
    const covering = (held.get(id) ?? 0) + (held.get('every half-day') ?? 0);
    expect(covering, `half-day, seed ${seed}`).toBeLessThanOrEqual(
      Math.max(capacity, before(id) + before('every half-day')),
    );
  }
  for (const { scope, key, size, releaseAt } of training.quotas) {
    if (!releaseAt || releaseAt > world.now) isAtMost(`${scope} ${key}`, size);
  }
}

const moves: Record<string, { from: string[]; to: string }> = {
  'seat.promoted': { from: ['waiting'], to: 'confirmed' },
  'seat.offered': { from: ['waiting'], to: 'offered' },
  'seat.offer_accepted': { from: ['offered'], to: 'confirmed' },
  'seat.lapsed': { from: ['offered'], to: 'lapsed' },
  'seat.cancelled': { from: ['waiting', 'offered', 'confirmed'], to: 'cancelled' },
  'seat.withdrawn': { from: ['waiting'], to: 'cancelled' },
};

/** Every seat is what its history makes of it, and no step of it stands twice: each of them is one mail. */
async function checkHistory(world: World): Promise<{ events: number; promotions: number }> {
  const networkId = world.network.id;
  const [events, seats] = await inNetwork(networkId, (tx) =>
    Promise.all([
      tx.prisma.domainEvent.findMany({ where: { networkId }, orderBy: { id: 'asc' } }),
      tx.prisma.seat.findMany({ where: { networkId }, orderBy: { queue: 'asc' } }),
    ]),
  );
  const states = new Map<string, string>();
  let promotions = 0;
  for (const { kind, objectId, payload } of events) {
    if (kind === 'seats.registered') {
      const { confirmed } = payload as { confirmed: number };
      seats
        .filter(({ registrationId }) => registrationId === objectId)
        .forEach(({ id }, index) => {
          states.set(id, index < confirmed ? 'confirmed' : 'waiting');
        });
    }
    const move = moves[kind];
    if (!move || !objectId) continue;
    expect(move.from, `${kind} of ${objectId}`).toContain(states.get(objectId));
    states.set(objectId, move.to);
    if (kind === 'seat.promoted' || kind === 'seat.offered') promotions += 1;
  }
  expect(Object.fromEntries(states)).toEqual(Object.fromEntries(seats.map(({ id, state }) => [id, state])));
  return { events: events.length, promotions };
}

/** What the worker does for wishes, until nothing follows any more; jobs come twice and at once. */
async function followWishes(world: World): Promise<void> {
  const networkId = world.network.id;
  const kinds = ['seats.wished', 'seat.wish_fulfilled', 'seat.wish_opened'];
  for (;;) {
    const events = await inNetwork(networkId, (tx) =>
      tx.prisma.domainEvent.findMany({
        where: { networkId, kind: { in: kinds }, ...(world.followed ? { id: { gt: world.followed } } : {}) },
        orderBy: { id: 'asc' },
        select: { id: true },
      }),
    );
    const last = events.at(-1);
    if (!last) return;
    world.followed = last.id;
    const answer = ({ id }: { id: string }) => answerWishEvent({ networkId, eventId: id }, world.now);
    await Promise.all([...events, ...events].map(answer));
  }
}

/** A wish has seats in one training at most, the one that it names, and waits nowhere once all of them are confirmed. */
async function checkWishes(world: World): Promise<number> {
  const networkId = world.network.id;
  const wishes = await inNetwork(networkId, (tx) =>
    tx.prisma.seatWish.findMany({
      where: { networkId },
      select: {
        id: true,
        trainingId: true,
        seats: { select: { state: true, trainingId: true, training: { select: { state: true } } } },
      },
    }),
  );
  for (const { id, trainingId, seats } of wishes) {
    const held = seats.filter(
      ({ state, training }) => ['confirmed', 'offered'].includes(state) && training.state !== 'cancelled',
    );
    const where = [...new Set(held.map((seat) => seat.trainingId))];
    expect(where, `wish ${id}, seed ${seed}`).toEqual(trainingId ? [trainingId] : []);
    if (held.length > 0 && held.every(({ state }) => state === 'confirmed')) {
      const waits = seats.filter((seat) => seat.state === 'waiting' && seat.trainingId !== trainingId);
      expect(waits, `wish ${id}, seed ${seed}`).toEqual([]);
    }
  }
  return wishes.length;
}

/** Postpones a training, closes or opens its registration, or calls it off. */
async function changeCourse(draw: Chance, world: World, training: Training): Promise<void> {
  const at = as(world.coordinator, world.now).trainings;
  const where = { network: world.network.code, trainingId: training.id };
  const { training: shown } = await at.manage(where);
  const roll = draw.below(5);
  if (roll === 0 && world.trainings.length > 1) {
    await at.cancel({ ...where, reason: 'Ill' });
    world.trainings = world.trainings.filter(({ id }) => id !== training.id);
  } else if (roll < 3) {
    const isOpen = shown.state === 'published';
    await at.move({ ...where, move: isOpen ? 'close_registration' : 'reopen_registration' });
  } else {
    const startsAt = new Date(shown.startsAt.getTime() + days(1 + draw.below(3)));
    await at.postpone({ ...where, startsAt, reason: 'Later' });
    const { training: moved } = await at.manage(where);
    Object.assign(training, { quotas: moved.quotas, quotaReleaseAt: moved.quotaReleaseAt });
  }
}

/** Time goes on, and what is due by it happens. */
async function pass(world: World, time: number): Promise<void> {
  world.now = new Date(Math.min(world.now.getTime() + time, world.startsAt.getTime() - hours(1)));
  await sweepSeats(world.now);
}

test('one after the other: every seat is where the model says', { timeout: limit }, async () => {
  const draw = chance(seed);
  const count = Math.round(steps / 3);
  let refused = 0;
  let world = await newWorld(draw, 1);
  let promotions = 0;
  for (let step = 0; step < count; step++) {
    if (step > 0 && step % 150 === 0) {
      promotions += (await checkHistory(world)).promotions;
      world = await newWorld(draw, 1);
    }
    const [training] = world.trainings;
    if (!training) throw new Error('no training');
    const before = await seatsOf(world, training.id);
    const where = `seed ${seed}, step ${step}`;
    const roll = draw.below(20);
    if (roll === 0) {
      await newRules(draw, world, training);
    } else if (roll === 1) {
      await pass(world, hours(draw.below(40)));
    } else {
      const action = drawAction(draw, world, training, before);
      const code = await refusal(perform(world, training.id, action)).catch(() => null);
      const after = await seatsOf(world, training.id);
      const added = after.slice(before.length);
      const expected = foretell(training, before, action, world.now, added);
      if (typeof expected === 'string') refused += 1;
      expect(code, where).toBe(typeof expected === 'string' ? expected : null);
      expect(told(after), where).toEqual(told(typeof expected === 'string' ? before : expected));
    }
    if (step % 10 === 0) await checkTraining(world, training, parts(before));
  }
  promotions += (await checkHistory(world)).promotions;
  console.info(`seats one by one: seed ${seed}, ${count} steps, ${refused} refused, ${promotions} moved up`);
});

const allowed = ['seat_not_active', 'offer_expired', 'seat_not_waiting', 'registration_closed'];

test('many at once: never oversold, nobody passed over, every seat explained', {
  timeout: limit,
}, async () => {
  const draw = chance(seed + 1);
  const count = steps - Math.round(steps / 3);
  const atOnce = 24;
  let world = await newWorld(draw, 3);
  const honoured = new Map<string, Map<string, number>>();
  let [refused, promotions, done, wishes] = [0, 0, 0, 0];
  for (let round = 0; done < count; round++) {
    if (round > 0 && round % 12 === 0) {
      promotions += (await checkHistory(world)).promotions;
      world = await newWorld(draw, 3);
    }
    const known = await Promise.all(world.trainings.map(({ id }) => seatsOf(world, id)));
    const outcomes = await Promise.allSettled(
      Array.from({ length: atOnce }, () => {
        const index = draw.below(world.trainings.length);
        const training = world.trainings[index] as Training;
        return perform(world, training.id, drawAction(draw, world, training, known[index] ?? []));
      }),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') continue;
      const { cause } = outcome.reason as { cause?: { code?: string } };
      expect(allowed, `seed ${seed}, round ${round}: ${outcome.reason}`).toContain(cause?.code);
      refused += 1;
    }
    done += outcomes.length;
    await followWishes(world);
    wishes += await checkWishes(world);
    const check = () =>
      Promise.all(
        world.trainings.map((training) => checkTraining(world, training, honoured.get(training.id))),
      );
    await check();
    for (const training of world.trainings) {
      if (draw.below(4) > 0) continue;
      honoured.set(training.id, parts(await seatsOf(world, training.id)));
      await newRules(draw, world, training);
    }
    await pass(world, hours(draw.below(30)));
    const changing = draw.pick(world.trainings);
    if (draw.below(3) === 0) {
      await changeCourse(draw, world, changing);
      // With the dates the release of a quota moves, so that it can bind again; nobody loses a seat by it.
      honoured.set(changing.id, parts(await seatsOf(world, changing.id)));
    }
    await followWishes(world);
    await checkWishes(world);
    await check();
  }
  promotions += (await checkHistory(world)).promotions;
  console.info(
    `seats at once: seed ${seed}, ${done} steps by ${world.managers.length + 1} people, ${atOnce} at a time, ${refused} refused, ${promotions} moved up, ${wishes} wishes looked at`,
  );
});
