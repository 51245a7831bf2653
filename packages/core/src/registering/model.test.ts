import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { linkToken } from '../identity/secrets.server.ts';
import { seatToken } from '../seats/leave.server.ts';
import { type Chance, chance, type ModelTraining, settled } from '../seats/model.testing.ts';
import { partyRules, priorityRules } from '../seats/rules.ts';
import { sweepSeats } from '../seats/sweep.server.ts';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { registrationWays } from './rules.ts';

// Every way to a seat at once – institutions, members, the public link, invitations, with and without the organiser's decision –
// drawn by chance, against what must always hold. TESSERA_STEPS=50000 takes longer, TESSERA_SEED=… repeats.

await useTestDatabase();

const steps = Math.round(Number(process.env.TESSERA_STEPS ?? 3000) / 4);
const drawn = process.env.TESSERA_STEPS ? Date.now() % 1_000_000 : 245_920;
const seed = Number(process.env.TESSERA_SEED ?? drawn);
const atOnce = 16;

type World = {
  network: TestNetwork;
  coordinator: TestPerson;
  managers: TestPerson[];
  members: TestPerson[];
  /** In the order of their managers */
  institutionIds: (string | null)[];
  trainingId: string;
  rules: ModelTraining;
  now: Date;
  startsAt: Date;
};

async function newWorld(draw: Chance): Promise<World> {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const [managers, members]: [TestPerson[], TestPerson[]] = [[], []];
  const institutionIds: string[] = [];
  for (let index = 0; index < 3; index++) {
    const institutionId = await newInstitution(network);
    institutionIds.push(institutionId);
    managers.push(await newPerson(network, 'institution_manager', institutionId));
    members.push(await newPerson(network, 'volunteer'));
  }
  const now = new Date();
  const startsAt = new Date(now.getTime() + days(20));
  const rules = {
    capacity: 2 + draw.below(8),
    quotaPerInstitution: draw.pick([null, 2, 3]),
    quotaReleaseAt: draw.pick([null, new Date(now.getTime() + days(4))]),
    promotion: draw.pick(['automatic', 'offer'] as const),
  };
  const trainingId = await newTraining(network, coordinator, {
    ...rules,
    audience: 'public',
    cancelDeadlineHours: 0,
    sessions: [{ startsAt, endsAt: new Date(startsAt.getTime() + hours(3)), halfDay: 'am' }],
  });
  const world: World = {
    network,
    coordinator,
    managers,
    members,
    institutionIds,
    trainingId,
    rules: { ...rules, priorityRule: 'first_come', partyRule: 'skip', quotas: [], halfDays: [] },
    now,
    startsAt,
  };
  await changeRules(draw, world);
  return world;
}

/** The organiser decides from now on, or does not any more; and there are more seats, fewer, or others come first. */
async function changeRules(draw: Chance, world: World): Promise<void> {
  const where = { network: world.network.code, trainingId: world.trainingId };
  const at = as(world.coordinator, world.now);
  const needsApproval = draw.below(2) === 0;
  const pendingCounts = draw.below(2) === 0;
  await at.registering.setWays({ ...where, ways: [...registrationWays], needsApproval, pendingCounts });
  const rules = {
    capacity: draw.pick([world.rules.capacity, draw.below(10)]),
    priorityRule: draw.pick(priorityRules),
    partyRule: draw.pick(partyRules),
  };
  await at.trainings.changeCapacity({ ...where, ...rules });
  Object.assign(world.rules, rules);
}

async function seatsIn({ network: { id: networkId }, trainingId }: World) {
  const seats = await inNetwork(networkId, ({ prisma }) =>
    prisma.seat.findMany({ where: { networkId, trainingId }, orderBy: { queue: 'asc' } }),
  );
  return seats.map((seat) => ({ ...seat, isElsewhere: false }));
}
type Seat = Awaited<ReturnType<typeof seatsIn>>[number];

/** Somebody without a login asks by the public link and confirms, or is invited and answers; the link is opened twice at once. */
async function comeAsGuest(draw: Chance, { network, coordinator, trainingId, now }: World): Promise<void> {
  const [organiser, visitor] = [as(coordinator, now).registering, as(null, now).registering];
  const where = { network: network.code, trainingId };
  const email = `${randomUUID()}@example.org`;
  const guest = { givenName: 'Ilka', familyName: 'Novak', language: 'hu' };
  const row = { where: { networkId: network.id, email } };
  if (draw.below(2) === 0) {
    const { link } = await organiser.ways(where);
    await visitor.ask({ ...where, token: link.token, ...guest, email });
    const request = await inNetwork(network.id, ({ prisma }) => prisma.seatRequest.findFirstOrThrow(row));
    const opened = {
      network: network.code,
      seatRequestId: request.id,
      token: linkToken('seat_request', request.id),
    };
    await Promise.all([visitor.confirm(opened), visitor.confirm(opened)]);
    return;
  }
  await organiser.invite({ ...where, people: email });
  const { id } = await inNetwork(network.id, ({ prisma }) => prisma.seatInvitation.findFirstOrThrow(row));
  const token = linkToken('seat_invitation', id);
  const answer = { network: network.code, seatInvitationId: id, token, ...guest };
  await Promise.all([visitor.answerInvitation(answer), visitor.answerInvitation(answer)]);
}

/** One step, drawn before anything happens, so that a seed repeats the draws. */
function drawStep(draw: Chance, world: World, seats: readonly Seat[]): () => Promise<unknown> {
  const { network, coordinator, trainingId, now } = world;
  const where = { network: network.code, trainingId };
  const organiser = as(coordinator, now);
  const inState = (...states: string[]) => seats.filter(({ state }) => states.includes(state));
  const [undecided, offered] = [inState('pending', 'requested'), inState('offered')];
  const living = inState('pending', 'requested', 'confirmed', 'offered', 'waiting');
  const roll = draw.below(14);
  if (roll < 3 || living.length === 0) {
    const by = draw.pick(world.managers);
    const places = Array.from({ length: 1 + draw.below(3) }, () => ({}));
    const keepTogether = draw.below(2) === 0;
    return () => as(by, now).seats.register({ ...where, places, keepTogether, requestKey: randomUUID() });
  }
  if (roll < 4) {
    const by = draw.pick(world.members);
    return () => as(by, now).seats.register({ ...where, places: [{}], requestKey: randomUUID() });
  }
  if (roll < 6) {
    const own = chance(draw.below(1_000_000));
    return () => comeAsGuest(own, world);
  }
  if (roll < 9 && undecided.length > 0) {
    const seatIds = [...new Set([draw.pick(undecided).id, draw.pick(undecided).id])];
    const decision = draw.pick(['approve', 'approve', 'reject'] as const);
    return () => organiser.registering.decide({ ...where, seatIds, decision, reason: 'Another time' });
  }
  if (roll < 10 && offered.length > 0) {
    const seatId = draw.pick(offered).id;
    const answer = draw.pick(['accept', 'decline'] as const);
    return () => organiser.seats.answerOffer({ network: network.code, seatId, answer });
  }
  const seat = draw.pick(living);
  const one = { network: network.code, seatId: seat.id };
  if (roll < 11) {
    const by =
      draw.below(2) === 0 ? coordinator : world.managers[world.institutionIds.indexOf(seat.institutionId)];
    const name = { givenName: 'Ion', familyName: randomUUID(), email: `${randomUUID()}@example.org` };
    return () => as(by ?? coordinator, now).seats.name({ ...one, ...name });
  }
  if (roll < 12) return () => organiser.seats.cancel(one);
  return () => as(null, now).seats.leave({ ...one, token: seatToken(seat) });
}

const isHeld = ({ state }: Seat) => ['confirmed', 'offered', 'pending'].includes(state);

/** Counters, limits, one seat for each person, and nobody who waits while there is a seat for them. */
async function check(world: World, honoured: number): Promise<void> {
  const seats = await seatsIn(world);
  const said = `seed ${seed}`;
  const { training } = await as(world.coordinator, world.now).trainings.manage({
    network: world.network.code,
    trainingId: world.trainingId,
  });
  const held = seats.filter(isHeld);
  const waiting = seats.filter(({ state }) => state === 'waiting');
  expect([training.takenCount, training.waitingCount], said).toEqual([held.length, waiting.length]);
  expect(held.length, said).toBeLessThanOrEqual(Math.max(world.rules.capacity, honoured));
  const people = seats
    .filter(({ state }) => !['cancelled', 'lapsed', 'rejected'].includes(state))
    .flatMap(({ participantId }) => participantId ?? []);
  expect(new Set(people).size, said).toBe(people.length);
  const states = (of: readonly { id: string; state: string }[]) =>
    of.map(({ id, state }) => `${id} ${state}`);
  expect(states(settled(world.rules, seats, world.now)), said).toEqual(states(seats));
}

const undecided = (state: string) => (state === 'pending' || state === 'requested' ? 'undecided' : state);

/** Every seat is what its history makes of it. */
async function checkHistory({ network: { id: networkId }, ...world }: World): Promise<number> {
  const events = await inNetwork(networkId, ({ prisma }) =>
    prisma.domainEvent.findMany({ where: { networkId }, orderBy: { id: 'asc' } }),
  );
  const seats = await seatsIn({ network: { id: networkId } as TestNetwork, ...world });
  const states = new Map<string, string>();
  for (const { kind, objectId, payload } of events) {
    const { confirmed, undecided: asked, to } = payload as Record<string, number> & { to?: string };
    if (kind === 'seats.registered')
      seats
        .filter(({ registrationId }) => registrationId === objectId)
        .forEach(({ id }, index) => {
          states.set(id, asked ? 'undecided' : index < (confirmed ?? 0) ? 'confirmed' : 'waiting');
        });
    const next: Record<string, string | undefined> = {
      'seat.approved': to,
      'seat.asked_again': 'undecided',
      'seat.rejected': 'rejected',
      'seat.promoted': 'confirmed',
      'seat.offered': 'offered',
      'seat.offer_accepted': 'confirmed',
      'seat.lapsed': 'lapsed',
      'seat.cancelled': 'cancelled',
    };
    const state = next[kind];
    if (!state || !objectId) continue;
    expect(['cancelled', 'lapsed', 'rejected'], `${kind}, seed ${seed}`).not.toContain(states.get(objectId));
    states.set(objectId, state);
  }
  expect(Object.fromEntries(states), `seed ${seed}`).toEqual(
    Object.fromEntries(seats.map(({ id, state }) => [id, undecided(state)])),
  );
  return seats.length;
}

// A seat was decided on, given back or named by somebody else a moment before; a member has one seat.
const allowed = ['seat_not_active', 'offer_expired', 'already_registered', 'not_found'];

test('by every way at once, approved or not: never oversold, nobody passed over, every seat explained', {
  timeout: Math.max(180_000, steps * 400),
}, async () => {
  const draw = chance(seed + 2);
  let world = await newWorld(draw);
  let honoured = 0;
  let [done, refused, seen] = [0, 0, 0];
  for (let round = 0; done < steps; round++) {
    if (round > 0 && round % 12 === 0) {
      seen += await checkHistory(world);
      [world, honoured] = [await newWorld(draw), 0];
    }
    const known = await seatsIn(world);
    const drawnSteps = Array.from({ length: atOnce }, () => drawStep(draw, world, known));
    for (const outcome of await Promise.allSettled(drawnSteps.map((step) => step()))) {
      if (outcome.status === 'fulfilled') continue;
      const { cause } = outcome.reason as { cause?: { code?: string } };
      expect(allowed, `seed ${seed}, round ${round}: ${outcome.reason}`).toContain(cause?.code);
      refused += 1;
    }
    done += atOnce;
    await check(world, honoured);
    honoured = (await seatsIn(world)).filter(isHeld).length;
    if (draw.below(3) === 0) await changeRules(draw, world);
    world.now = new Date(
      Math.min(world.now.getTime() + hours(draw.below(20)), world.startsAt.getTime() - hours(1)),
    );
    await sweepSeats(world.now);
    await check(world, honoured);
  }
  seen += await checkHistory(world);
  console.info(
    `ways at once: seed ${seed}, ${done} steps, ${atOnce} at a time, ${refused} refused, ${seen} seats`,
  );
});
