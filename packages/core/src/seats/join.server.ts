import { newId } from '@tessera/db/id.server.ts';
import { inNetwork, type Transaction } from '@tessera/db/scope.server.ts';
import {
  insertRegistration,
  type LockedTraining,
  moveCounters,
  type NewSeatRow,
} from '@tessera/db/seats.server.ts';
import {
  expectWishes,
  seatedAmong,
  type WishedRegistration,
  type WishedSeat,
  wishedRegistration,
  wishedSeats,
} from '@tessera/db/wishes.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { noteNeeds } from '../support/note.server.ts';
import type { SupportNeed } from '../support/rules.ts';
import { registrationWindow, type TrainingState } from '../trainings/rules.ts';
import { factsElsewhere } from './rules.ts';
import { decide, lockForSeats, promote, quotasOf } from './settle.server.ts';
import { settleWish } from './wishes.server.ts';

type Joined = { joined: number; confirmed: number };
const nobody: Joined = { joined: 0, confirmed: 0 };
type Place = { networkId: string; now: Date; actorId: string | null };
/** What people in the seats of each wish need, seat by seat; whoever is named later says it on the page of the seat. */
export type WishNeeds = ReadonlyMap<string, readonly SupportNeed[][]>;

/**
 * Lets the seats of a registration that wait for any of several dates join the lines of the other dates, each under the
 * lock of that training. Whoever has joined, or has a seat meanwhile, does not join again, so that it can be repeated.
 * @returns how many joined, and how many of them got a seat at once
 */
export async function joinOtherDates(
  place: Place,
  registrationId: string,
  needs: WishNeeds = new Map(),
): Promise<Joined> {
  const { networkId } = place;
  const [registration] = await inNetwork(networkId, (tx) =>
    tx.run(wishedRegistration(networkId, registrationId)),
  );
  const sum = { joined: 0, confirmed: 0 };
  if (!registration) return sum;
  for (const trainingId of registration.dates) {
    const work = (tx: Transaction) => joinOne(tx, place, registration, trainingId, needs);
    const { joined, confirmed } = await inNetwork(networkId, work);
    sum.joined += joined;
    sum.confirmed += confirmed;
  }
  return sum;
}

async function joinOne(
  tx: Transaction,
  place: Place,
  registration: WishedRegistration,
  trainingId: string,
  needs: WishNeeds,
): Promise<Joined> {
  const { networkId, now } = place;
  // Its wishes are locked with the training, so it must be known to have some.
  await tx.run(expectWishes(networkId, trainingId));
  const training = await lockForSeats(tx, place, trainingId);
  const window = registrationWindow({ ...training, state: training.state as TrainingState }, now);
  if (window !== 'open' || training.needsApproval) return nobody;
  const wished = await tx.run(wishedSeats(networkId, registration.id, trainingId));
  const named = wished.flatMap(({ participantId }) => participantId ?? []);
  const seated = named.length > 0 ? await tx.run(seatedAmong(networkId, trainingId, named)) : [];
  const there = new Set(seated.map(({ participantId }) => participantId));
  const isThere = ({ participantId }: WishedSeat) => participantId !== null && there.has(participantId);
  const wishesThere = new Set(wished.filter(isThere).map(({ wishId }) => wishId));
  const asking = wished.filter(({ wishId }) => !wishesThere.has(wishId));
  if (asking.length === 0) return nobody;
  const confirmed = await ask(tx, place, training, registration, asking, needs);
  return { joined: asking.length, confirmed };
}

async function ask(
  tx: Transaction,
  place: Place,
  training: LockedTraining,
  { institutionId, submittedById, note, languages }: WishedRegistration,
  asking: readonly WishedSeat[],
  needs: WishNeeds,
): Promise<number> {
  const { networkId, now, actorId } = place;
  const registrationId = newId();
  const seats: NewSeatRow[] = asking.map((seat, index) => ({
    ...seat,
    ...factsElsewhere(seat, languages, training),
    id: newId(),
    state: 'waiting',
    sessionIds: [],
    queue: training.nextQueue + index,
  }));
  const quotas = await quotasOf(tx, place, training);
  const given = await decide(
    tx,
    place,
    training,
    quotas,
    seats.map((seat) => ({ ...seat, registrationId, institutionId, priority: 0, isNew: true })),
  );
  const gets = new Set(given.map(({ seatId }) => seatId));
  for (const seat of seats) if (gets.has(seat.id)) seat.state = 'confirmed';
  const own = new Set(seats.map(({ id }) => id));
  const others = given.filter(({ seatId }) => !own.has(seatId));
  const confirmed = given.length - others.length;
  const waiting = seats.length - confirmed;
  await tx.run(
    insertRegistration(
      networkId,
      training.id,
      registrationId,
      institutionId,
      submittedById,
      newId(),
      note,
      now,
      JSON.stringify(seats),
    ),
  );
  await tx.run(moveCounters(networkId, training.id, confirmed, waiting, seats.length));
  await recordEvent(tx, {
    networkId,
    kind: 'seats.registered',
    object: ['registration', registrationId],
    actorId,
    at: now,
    payload: { trainingId: training.id, institutionId, confirmed, waiting, isOtherDate: true },
  });
  await settleWish(
    tx,
    place,
    training,
    seats.filter(({ state }) => state === 'confirmed'),
  );
  await noteNeeds(
    tx,
    { ...place, trainingId: training.id },
    seats.map(({ id, participantId, wishId }, index) => {
      const before = seats.slice(0, index).filter((seat) => seat.wishId === wishId).length;
      return { seatId: id, participantId, needs: (wishId && needs.get(wishId)?.[before]) || [] };
    }),
  );
  await promote(tx, place, training, others);
  return confirmed;
}
