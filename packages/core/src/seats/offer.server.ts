import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { changeSeat, findSeat, moveCounters, type SeatForChange } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { requireOnSeat } from './cancel.server.ts';
import type { OfferAnswer } from './schema.ts';
import { lockForSeats, promoteWaiting } from './settle.server.ts';
import { settleWish } from './wishes.server.ts';

/**
 * Answers an offered seat: accepting confirms it, declining passes it on to the next in line.
 * @throws DomainError not_found, offer_expired
 */
export async function answerOffer(ctx: Acting, input: z.output<typeof OfferAnswer>): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const [seen] = await tx.run(findSeat(networkId, input.seatId));
    if (!seen) throw new DomainError('not_found');
    requireOnSeat(ctx, seen);
    const place = { networkId, now: ctx.now, actorId: ctx.actor.personId };
    await answerFor(tx, place, seen, input.answer, 'institution');
  });
}

/**
 * Answers an offered seat in the name of whoever may.
 * @throws DomainError offer_expired
 */
export async function answerFor(
  tx: Transaction,
  place: { networkId: string; now: Date; actorId: string | null },
  { id: seatId, trainingId }: SeatForChange,
  answer: 'accept' | 'decline',
  by: 'institution' | 'link',
): Promise<void> {
  const { networkId, now, actorId } = place;
  const training = await lockForSeats(tx, place, trainingId);
  const [seat] = await tx.run(findSeat(networkId, seatId));
  if (seat?.state === 'confirmed' && answer === 'accept') return;
  if (seat?.state !== 'offered') throw new DomainError('offer_expired');
  const payload = { trainingId, registrationId: seat.registrationId };
  const event = { networkId, object: ['seat', seat.id] as ['seat', string], actorId, at: now };
  if (answer === 'accept') {
    await tx.run(changeSeat(networkId, seat.id, ['offered'], 'confirmed', now));
    await recordEvent(tx, { ...event, kind: 'seat.offer_accepted', payload });
    await settleWish(tx, place, training, [seat]);
    return;
  }
  await tx.run(changeSeat(networkId, seat.id, ['offered'], 'cancelled', now));
  await tx.run(moveCounters(networkId, trainingId, -1, 0, 0));
  training.takenCount -= 1;
  await settleWish(tx, place, training, [seat]);
  const eventId = newId();
  const promoted = await promoteWaiting(tx, place, training);
  await recordEvent(tx, {
    ...event,
    id: eventId,
    kind: 'seat.cancelled',
    payload: { ...payload, by, from: 'offered', promoted },
  });
}
