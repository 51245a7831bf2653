import { newId } from '@tessera/db/id.server.ts';
import { changeSeat, findSeat, moveCounters, type SeatForChange } from '@tessera/db/seats.server.ts';
import { type Actor, type NetworkContext, reach, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { giveBackUntil } from '../trainings/rules.ts';
import { isHeld, livingStates } from './rules.ts';
import { lockForSeats, promoteWaiting } from './settle.server.ts';

type Acting = NetworkContext & { actor: Actor };

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
    const training = await lockForSeats(tx, place, seen.trainingId);
    const [seat] = await tx.run(findSeat(networkId, seatId));
    if (!seat || seat.state === 'lapsed') throw new DomainError('seat_not_active');
    if (seat.state === 'cancelled') return { promoted: 0, trainingId: training.id };
    const until = giveBackUntil(training, seat);
    if (until && training.endsAt <= ctx.now) throw new DomainError('training_over');
    const isOrganiser = reach(ctx, 'registration.manage').kind === 'network';
    const wasHeld = isHeld(seat);
    if (wasHeld && !isOrganiser && until && ctx.now > until) throw new DomainError('cancel_deadline_passed');
    await tx.run(changeSeat(networkId, seatId, livingStates, 'cancelled', ctx.now));
    await tx.run(moveCounters(networkId, training.id, wasHeld ? -1 : 0, wasHeld ? 0 : -1, 0));
    training.takenCount -= wasHeld ? 1 : 0;
    training.waitingCount -= wasHeld ? 0 : 1;
    const eventId = newId();
    const promoted = await promoteWaiting(tx, place, training);
    await recordEvent(tx, {
      id: eventId,
      networkId,
      kind: 'seat.cancelled',
      object: ['seat', seatId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: {
        trainingId: training.id,
        registrationId: seat.registrationId,
        by: isOrganiser ? 'organiser' : 'institution',
        from: seat.state,
        promoted,
      },
    });
    return { promoted, trainingId: training.id };
  });
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
