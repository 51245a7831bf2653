import type { Transaction } from '@tessera/db/scope.server.ts';
import {
  heldSeats,
  type LockedTraining,
  lapseOffers,
  lockTraining,
  moveCounters,
  promoteSeats,
  waitingSeats,
} from '@tessera/db/seats.server.ts';
import { DomainError } from '../errors.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import { settle } from './rules.ts';

type Place = { networkId: string; now: Date; actorId: string | null };

/**
 * Locks a training for a change of seats.
 * @throws DomainError not_found
 */
export async function lockForSeats(
  tx: Transaction,
  place: Place,
  trainingId: string,
): Promise<LockedTraining> {
  const [training] = await tx.run(lockTraining(place.networkId, trainingId, place.now));
  if (!training) throw new DomainError('not_found');
  if (training.hasDueOffers) await lapseDueOffers(tx, place, training);
  return training;
}

/**
 * Gives free seats to those who wait, after something freed a seat or raised the capacity. The training must be locked,
 * and `training` must hold the counters as they stand now.
 */
export async function promoteWaiting(
  tx: Transaction,
  place: Place,
  training: LockedTraining,
): Promise<number> {
  const { networkId, now } = place;
  const isStillTaking =
    ['published', 'registration_closed'].includes(training.state) && now < training.startsAt;
  if (!isStillTaking || training.waitingCount === 0 || training.takenCount >= training.capacity) return 0;
  const [waiting, held] = await Promise.all([
    tx.run(waitingSeats(networkId, training.id)),
    tx.run(heldSeats(networkId, training.id, null)),
  ]);
  const promotions = settle({
    capacity: training.capacity,
    taken: training.takenCount,
    quotaPerInstitution: training.quotaPerInstitution,
    quotaReleaseAt: training.quotaReleaseAt,
    promotion: training.promotion,
    heldByInstitution: new Map(held.map(({ institutionId, held: count }) => [institutionId, count])),
    waiting: waiting.map(({ id, institutionId }) => ({ id, institutionId, isNew: false })),
    now,
  });
  if (promotions.length === 0) return 0;
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
  return promoted.length;
}

// An offer never outlives the start of the training.
function offerEnd(training: LockedTraining, now: Date): Date {
  return new Date(Math.min(now.getTime() + training.offerHours * 3_600_000, training.startsAt.getTime()));
}

async function lapseDueOffers(
  tx: Transaction,
  { networkId, now }: Place,
  training: LockedTraining,
): Promise<void> {
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
}
