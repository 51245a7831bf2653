import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { changeSeat, findSeat, moveCounters, type SeatForChange } from '@tessera/db/seats.server.ts';
import { type Acting, reach, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { giveBackUntil, isInTimeToGiveBack } from '../trainings/rules.ts';
import { isHeld, livingStates } from './rules.ts';
import { lockForSeats, promoteWaiting } from './settle.server.ts';
import { settleWish } from './wishes.server.ts';

/**
 * Gives a seat back; the first in line whom the rule allows moves up in the same transaction. Cancelling twice changes
 * nothing more.
 * @returns whether the seat was held before, and how many moved up
 * @throws DomainError not_found, cancel_deadline_passed, training_over, seat_not_active
 */
export async function cancelSeat(
  ctx: Acting,
  seatId: string,
): Promise<{ promoted: number; trainingId: string }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const [seen] = await tx.run(findSeat(networkId, seatId));
    if (!seen) throw new DomainError('not_found');
    requireOnSeat(ctx, seen);
    const place = { networkId, now: ctx.now, actorId: ctx.actor.personId };
    const isOrganiser = reach(ctx, 'registration.manage').kind === 'network';
    return giveBack(tx, place, seen, isOrganiser ? 'organiser' : 'institution');
  });
}

/**
 * Gives a seat back in the name of whoever may: the organiser also after the deadline, everyone else until then.
 * @throws DomainError not_found, cancel_deadline_passed, training_over, seat_not_active
 */
export async function giveBack(
  tx: Transaction,
  place: { networkId: string; now: Date; actorId: string | null },
  { id: seatId, trainingId }: SeatForChange,
  by: 'organiser' | 'institution' | 'link',
): Promise<{ promoted: number; trainingId: string }> {
  const { networkId, now } = place;
  const training = await lockForSeats(tx, place, trainingId);
  const [seat] = await tx.run(findSeat(networkId, seatId));
  if (!seat || ['lapsed', 'rejected'].includes(seat.state)) throw new DomainError('seat_not_active');
  if (seat.state === 'cancelled') return { promoted: 0, trainingId };
  if (giveBackUntil(training, seat) && training.endsAt <= now) throw new DomainError('training_over');
  if (by !== 'organiser' && !isInTimeToGiveBack(training, seat, now))
    throw new DomainError('cancel_deadline_passed');
  const wasHeld = isHeld(seat);
  const wasWaiting = seat.state === 'waiting';
  await tx.run(changeSeat(networkId, seatId, livingStates, 'cancelled', now));
  await tx.run(moveCounters(networkId, trainingId, wasHeld ? -1 : 0, wasWaiting ? -1 : 0, 0));
  training.takenCount -= wasHeld ? 1 : 0;
  training.waitingCount -= wasWaiting ? 1 : 0;
  await settleWish(tx, place, training, [seat]);
  const eventId = newId();
  const promoted = await promoteWaiting(tx, place, training);
  await recordEvent(tx, {
    id: eventId,
    networkId,
    kind: 'seat.cancelled',
    object: ['seat', seatId],
    actorId: place.actorId,
    at: now,
    payload: { trainingId, registrationId: seat.registrationId, by, from: seat.state, promoted },
  });
  return { promoted, trainingId };
}

/**
 * Checks that the actor may change a seat: of the own institution, one's own, or any as organiser.
 * @throws DomainError not_found
 */
export function requireOnSeat(ctx: Acting, seat: SeatForChange): void {
  const { personId } = ctx.actor;
  const isOwn =
    seat.participantPersonId === personId || (seat.institutionId === null && seat.submittedById === personId);
  if (reach(ctx, 'registration.cancel').kind === 'none' && isOwn) return;
  requireOn(ctx, 'registration.cancel', { institutionId: seat.institutionId, isOwn });
}
