import { randomUUID } from 'node:crypto';
import { answerWishEvent } from '@tessera/core/seats/follow-wish.server.ts';
import { type Chance, chance } from '@tessera/core/seats/model.testing.ts';
import { sweepSeats } from '@tessera/core/seats/sweep.server.ts';
import { closeDatabase, inNetwork } from '@tessera/db/scope.server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from './notify.server.ts';
import { jobsFor } from './subscriptions.ts';
import { callerOf, makeWorld, openMailbox, openTestDatabase, type TestWorld } from './testing.server.ts';

// A walk by chance over two dates of one training. What people must hear is told from how their seats stood before and
// after each step, apart from the events and the notices; what they heard are the rows of the ledger. Every job runs
// twice. TESSERA_STEPS=… walks longer, TESSERA_SEED=… repeats.

beforeAll(openTestDatabase);
afterAll(closeDatabase);

const steps = Math.round(Number(process.env.TESSERA_STEPS ?? 3000) / 25);
const drawn = process.env.TESSERA_STEPS ? Date.now() % 1_000_000 : 245_920;
const seed = Number(process.env.TESSERA_SEED ?? drawn);
const dayMs = 86_400_000;

type Seat = { id: string; trainingId: string; state: string; submitter: string; holder: string | null };
type Walk = {
  world: TestWorld;
  mailbox: Mailbox;
  trainings: string[];
  heard: string | null;
  /** The training of the latest submission */
  asked: string | null;
};
type Mailbox = Awaited<ReturnType<typeof openMailbox>>;
type Told = readonly [kind: string, email: string];

async function newWalk(draw: Chance): Promise<Walk> {
  const world = await makeWorld({
    capacity: 2 + draw.below(3),
    institutions: 3,
    promotion: draw.pick(['automatic', 'offer'] as const),
  });
  const { code: network, training, coordinator } = world;
  const other = {
    ...training,
    code: `${training.code}-2`,
    capacity: 1 + draw.below(3),
    sessions: training.sessions.map((session) => ({
      ...session,
      startsAt: new Date(session.startsAt.getTime() + 7 * dayMs),
      endsAt: new Date(session.endsAt.getTime() + 7 * dayMs),
    })),
  };
  const { trainingId } = await coordinator.api.trainings.create({ network, ...other });
  await coordinator.api.trainings.move({ network, trainingId, move: 'publish' });
  return {
    world,
    mailbox: await openMailbox(),
    trainings: [world.trainingId, trainingId],
    heard: null,
    asked: null,
  };
}

async function seatsOf({ world: { networkId, managers } }: Walk): Promise<Seat[]> {
  const rows = await inNetwork(networkId, ({ prisma }) =>
    prisma.seat.findMany({
      where: { networkId },
      orderBy: [{ trainingId: 'asc' }, { queue: 'asc' }],
      select: {
        id: true,
        trainingId: true,
        state: true,
        participant: { select: { email: true } },
        registration: { select: { submittedById: true } },
      },
    }),
  );
  return rows.map(({ participant, registration, ...seat }) => ({
    ...seat,
    submitter: managers.find(({ personId }) => personId === registration.submittedById)?.email ?? '',
    holder: participant?.email ?? null,
  }));
}

const living = ['waiting', 'offered', 'confirmed'];
const readersOf = ({ submitter, holder }: Seat) => [...new Set([submitter, holder ?? submitter])];

/** One step; gives what has to be told besides what follows from how seats moved. */
async function step(draw: Chance, walk: Walk, seats: readonly Seat[]): Promise<Told[]> {
  const { world } = walk;
  const network = world.code;
  const coordinator = world.coordinator.api;
  const trainingId = draw.pick(walk.trainings);
  const everyone = (kind: string) =>
    [
      ...new Set(
        seats
          .filter((seat) => seat.trainingId === trainingId && living.includes(seat.state))
          .flatMap(readersOf),
      ),
    ].map((email): Told => [kind, email]);
  const one = (...states: string[]) => {
    const found = seats.filter((seat) => states.includes(seat.state));
    return found.length > 0 ? draw.pick(found) : null;
  };
  const roll = draw.below(24);
  if (roll < 9) {
    const manager = draw.below(3);
    const place = () =>
      draw.below(2) === 0
        ? {}
        : { givenName: 'Ion', familyName: 'Pop', email: world.address(randomUUID().slice(0, 8)) };
    walk.asked = trainingId;
    await callerOf(world, manager).seats.register({
      network,
      trainingId,
      places: Array.from({ length: 1 + draw.below(3) }, place),
      dates: draw.pick([[], walk.trainings.filter((id) => id !== trainingId)]),
      requestKey: randomUUID(),
    });
    return [];
  }
  if (roll < 16) {
    const seat = one('offered', 'confirmed', 'waiting');
    if (!seat) return [];
    if (seat.state === 'offered' && draw.below(3) > 0) {
      const answer = draw.pick(['accept', 'decline'] as const);
      await coordinator.seats.answerOffer({ network, seatId: seat.id, answer });
      if (answer === 'accept') return [];
    } else await coordinator.seats.cancel({ network, seatId: seat.id });
    return [seat.submitter, world.coordinator.email].map((email): Told => ['seat-cancelled', email]);
  }
  if (roll < 18) {
    await sweepSeats(new Date(Date.now() + 3 * dayMs));
    return [];
  }
  const where = { network, trainingId };
  const { training } = await coordinator.trainings.manage(where);
  if (roll < 20) {
    const isOpen = training.state === 'published';
    await coordinator.trainings.move({
      ...where,
      move: isOpen ? 'close_registration' : 'reopen_registration',
    });
    return [];
  }
  if (roll < 23) {
    const startsAt = new Date(training.startsAt.getTime() + dayMs);
    await coordinator.trainings.postpone({ ...where, startsAt, reason: 'Later' });
    return everyone('training-rescheduled');
  }
  if (walk.trainings.length === 1 || draw.below(2) > 0) return [];
  await coordinator.trainings.cancel({ ...where, reason: 'Ill' });
  walk.trainings = walk.trainings.filter((id) => id !== trainingId);
  return everyone('training-cancelled');
}

const tellings: Record<string, string | undefined> = {
  'waiting confirmed': 'promoted',
  'waiting offered': 'offered',
  'offered lapsed': 'lapsed',
};

/** What follows from how seats moved. */
function movesTold(before: readonly Seat[], after: readonly Seat[], asked: string | null): Told[] {
  const moved = after.flatMap((seat): Told[] => {
    const was = before.find(({ id }) => id === seat.id)?.state;
    const kind = tellings[`${was} ${seat.state}`];
    return kind ? readersOf(seat).map((email) => [`seat-${kind}`, email]) : [];
  });
  const added = after.filter(({ id }) => before.every((seat) => seat.id !== id));
  return [...moved, ...registeredTold(added, asked)];
}

/** A submission is confirmed once; a place in the line of another date has no mail of its own, a seat there has. */
function registeredTold(added: readonly Seat[], asked: string | null): Told[] {
  const [first] = added;
  if (!first) return [];
  const seated = added.filter(({ trainingId, state }) => trainingId !== asked && state === 'confirmed');
  const elsewhere = new Set(seated.map(({ trainingId }) => trainingId)).size;
  return Array.from({ length: 1 + elsewhere }, (): Told => ['seats-registered', first.submitter]);
}

/** What the worker does, each job twice, until nothing follows. */
async function deliver(walk: Walk): Promise<void> {
  const { networkId } = walk.world;
  for (;;) {
    const events = await inNetwork(networkId, ({ prisma }) =>
      prisma.domainEvent.findMany({
        where: { networkId, ...(walk.heard ? { id: { gt: walk.heard } } : {}) },
        orderBy: { id: 'asc' },
        select: { id: true, kind: true, round: true },
      }),
    );
    if (events.length === 0) return;
    for (const { id: eventId, kind, round } of events) {
      walk.heard = eventId;
      for (const job of [...jobsFor(kind), ...jobsFor(kind)]) {
        const realNow = new Date();
        if (job === 'notify')
          await notify({ eventId, networkId, kind, round }, { ...walk.mailbox.settings, realNow });
        if (job === 'wish') await answerWishEvent({ networkId, eventId }, realNow);
      }
    }
  }
}

async function toldSince({ world: { networkId } }: Walk, known: Set<string>): Promise<Told[]> {
  const rows = await inNetwork(networkId, ({ prisma }) =>
    prisma.message.findMany({
      where: { networkId },
      select: { id: true, kind: true, email: true, state: true, attempts: true },
    }),
  );
  const added = rows.filter(({ id }) => !known.has(id));
  for (const { id, state, attempts } of added) {
    expect([state, attempts]).toEqual(['sent', 1]);
    known.add(id);
  }
  return added.map(({ kind, email }) => [kind, email]);
}

const sorted = (told: readonly Told[]) => told.map((each) => each.join(' ')).sort();
const refusals = ['registration_closed', 'seat_not_active', 'offer_expired', 'cancel_deadline_passed'];

test('every mail once: after each step of a walk the ledger holds what people must hear, and no more', {
  timeout: Math.max(120_000, steps * 2000),
}, async () => {
  const draw = chance(seed);
  let walk = await newWalk(draw);
  let known = new Set<string>();
  const kinds = new Map<string, number>();
  let refused = 0;
  for (let count = 0; count < steps; count++) {
    if (count > 0 && count % 40 === 0) {
      walk = await newWalk(draw);
      known = new Set();
      walk.heard = null;
    }
    if (walk.heard === null) {
      await deliver(walk);
      await toldSince(walk, known);
    }
    const before = await seatsOf(walk);
    const more = await step(draw, walk, before).catch((error: { cause?: { code?: string } }) => {
      expect(refusals, `seed ${seed}, step ${count}: ${error}`).toContain(error.cause?.code);
      refused += 1;
      return [];
    });
    await deliver(walk);
    const after = await seatsOf(walk);
    const told = await toldSince(walk, known);

    expect(sorted(told), `seed ${seed}, step ${count}`).toEqual(
      sorted([...more, ...movesTold(before, after, walk.asked)]),
    );
    for (const [kind] of told) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const figures = [...kinds].map(([kind, number]) => `${kind} ${number}`).join(', ');
  console.info(`mails: seed ${seed}, ${steps} steps, ${refused} refused; ${figures}`);
});
