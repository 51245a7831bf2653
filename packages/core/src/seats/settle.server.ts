import type { Transaction } from '@tessera/db/scope.server.ts';
import {
  heldSeats,
  type LockedTraining,
  lapseOffers,
  lockTraining,
  moveCounters,
  promoteSeats,
  quotasOfTraining,
  sessionLimits,
  waitingSeats,
} from '@tessera/db/seats.server.ts';
import { lockWishes, wishesElsewhere } from '@tessera/db/wishes.server.ts';
import { DomainError } from '../errors.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import { type Promotion, type Settlement, settle, type WaitingSeat } from './rules.ts';
import { settleWish } from './wishes.server.ts';
import { withinWorkingTime } from './working-time.ts';

type Place = { networkId: string; now: Date; actorId: string | null };
/** A seat that is asked for now; its wish, if it has one, is open and locked. */
type AskingSeat = Omit<WaitingSeat, 'isElsewhere'>;

/**
 * Locks a training for a change of seats. Offers whose time is over end here, and their seats go on, so that whatever comes
 * next finds the training settled. The wishes that it can serve are locked with it, once and in one order.
 * @throws DomainError not_found
 */
export async function lockForSeats(
  tx: Transaction,
  place: Place,
  trainingId: string,
): Promise<LockedTraining> {
  const [training] = await tx.run(lockTraining(place.networkId, trainingId, place.now));
  if (!training) throw new DomainError('not_found');
  if (training.hasWishes) await tx.run(lockWishes(place.networkId, trainingId));
  if (training.hasDueOffers) {
    await lapseDueOffers(tx, place, training);
    await promoteWaiting(tx, place, training);
  }
  return training;
}

/** The further quotas of a locked training with what they count now; nothing is asked where there are none. */
export async function quotasOf(
  tx: Transaction,
  { networkId }: Place,
  training: LockedTraining,
): Promise<Settlement['quotas']> {
  return training.hasQuotas ? tx.run(quotasOfTraining(networkId, training.id)) : [];
}

/**
 * Who gets a free seat of a locked training: those who wait, and those who ask now. Reads no more than the decision needs:
 * nothing when the training is full, only the own institution when nobody waits. The line is not served after the start.
 */
export async function decide(
  tx: Transaction,
  place: Place,
  training: LockedTraining,
  quotas: Settlement['quotas'],
  asking: readonly AskingSeat[] = [],
): Promise<Promotion[]> {
  const { networkId, now } = place;
  if (training.takenCount >= training.capacity) return [];
  const hasLine = training.waitingCount > 0 && isServed(training, now);
  if (!hasLine && asking.length === 0) return [];
  const institutionId = asking[0]?.institutionId ?? null;
  const needsHeld = hasLine || (institutionId !== null && training.quotaPerInstitution !== null);
  const [waiting, elsewhere, limits, held] = await Promise.all([
    hasLine ? tx.run(waitingSeats(networkId, training.id)) : [],
    hasLine && training.hasWishes ? tx.run(wishesElsewhere(networkId, training.id)) : [],
    training.hasSessionLimits ? tx.run(sessionLimits(networkId, training.id)) : [],
    needsHeld ? tx.run(heldSeats(networkId, training.id, hasLine ? null : institutionId)) : [],
  ]);
  const fulfilled = new Set(elsewhere.map(({ id }) => id));
  const isElsewhere = ({ wishId }: { wishId: string | null }) => wishId !== null && fulfilled.has(wishId);
  return settle({
    ...training,
    taken: training.takenCount,
    quotas,
    sessionLimits: limits,
    heldByInstitution: new Map(held.map((row) => [row.institutionId, row.held])),
    waiting: [
      ...waiting.map((seat) => ({ ...seat, isElsewhere: isElsewhere(seat), isNew: false })),
      ...asking.map((seat) => ({ ...seat, isElsewhere: false })),
    ],
    now,
  });
}

/**
 * Gives free seats to those who wait, after something freed a seat or raised what can be given. The training must be locked,
 * and `training` must hold the counters as they stand now.
 */
export async function promoteWaiting(
  tx: Transaction,
  place: Place,
  training: LockedTraining,
): Promise<number> {
  const isIdle = training.waitingCount === 0 || training.takenCount >= training.capacity;
  if (isIdle || !isServed(training, place.now)) return 0;
  return promote(tx, place, training, await decide(tx, place, training, await quotasOf(tx, place, training)));
}

/** Writes what `decide` gave to seats that wait. */
export async function promote(
  tx: Transaction,
  place: Place,
  training: LockedTraining,
  promotions: readonly Promotion[],
): Promise<number> {
  if (promotions.length === 0) return 0;
  const { networkId, now } = place;
  const idsOf = (becomes: 'confirmed' | 'offered') =>
    promotions.filter((promotion) => promotion.becomes === becomes).map(({ seatId }) => seatId);
  const offeredUntil = offerEnd(training, now);
  const promoted = await tx.run(
    promoteSeats(networkId, idsOf('confirmed'), idsOf('offered'), offeredUntil, now),
  );
  await tx.run(moveCounters(networkId, training.id, promoted.length, -promoted.length, 0));
  training.takenCount += promoted.length;
  training.waitingCount -= promoted.length;
  await recordEvent(
    tx,
    ...promoted.map(
      ({ id, registrationId, state }): NewEvent => ({
        networkId,
        kind: state === 'offered' ? 'seat.offered' : 'seat.promoted',
        object: ['seat', id],
        actorId: null,
        at: now,
        payload: {
          trainingId: training.id,
          registrationId,
          ...(state === 'offered' ? { expiresAt: offeredUntil.toISOString() } : {}),
        },
      }),
    ),
  );
  await settleWish(tx, place, training, promoted);
  return promoted.length;
}

function isServed(training: LockedTraining, now: Date): boolean {
  return ['published', 'registration_closed'].includes(training.state) && now < training.startsAt;
}

// An offer ends in working time and never outlives the start of the training.
function offerEnd({ offerHours, startsAt, timeZone }: LockedTraining, now: Date): Date {
  const end = withinWorkingTime(new Date(now.getTime() + offerHours * 3_600_000), timeZone);
  return end < startsAt ? end : startsAt;
}

async function lapseDueOffers(tx: Transaction, place: Place, training: LockedTraining): Promise<void> {
  const { networkId, now } = place;
  const lapsed = await tx.run(lapseOffers(networkId, training.id, now));
  if (lapsed.length === 0) return;
  await tx.run(moveCounters(networkId, training.id, -lapsed.length, 0, 0));
  training.takenCount -= lapsed.length;
  await recordEvent(
    tx,
    ...lapsed.map(
      ({ id, registrationId }): NewEvent => ({
        networkId,
        kind: 'seat.lapsed',
        object: ['seat', id],
        actorId: null,
        at: now,
        payload: { trainingId: training.id, registrationId },
      }),
    ),
  );
  await settleWish(tx, place, training, lapsed);
}
