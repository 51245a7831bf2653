import { decideSeats, undecidedSeats } from '@tessera/db/registering.server.ts';
import { moveCounters } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import { decide, lockForSeats, promote, promoteWaiting, quotasOf } from '../seats/settle.server.ts';
import type { Decision } from './schema.ts';

export type DecisionAnswer = { confirmed: number; waiting: number; rejected: number };

/**
 * The organiser's decision on seats that were asked for. Who is approved and held a seat keeps it; who held none gets a free
 * one by the one decision, or joins the waiting list. What a refusal sets free goes to those who wait. Seats that somebody
 * else decided on meanwhile stay as they are.
 * @throws DomainError not_found, reason_needed, training_over
 */
export async function decideOnSeats(ctx: Acting, input: z.output<typeof Decision>): Promise<DecisionAnswer> {
  const networkId = ctx.network.id;
  const { trainingId, seatIds, decision, reason } = input;
  if (decision === 'reject' && reason === '') throw new DomainError('reason_needed', {}, 'reason');
  return ctx.transaction(async (tx) => {
    const place = { networkId, now: ctx.now, actorId: ctx.actor.personId };
    const training = await lockForSeats(tx, place, trainingId);
    if (training.endsAt <= ctx.now) throw new DomainError('training_over');
    const seats = await tx.run(undecidedSeats(networkId, trainingId, seatIds));
    const isHeld = ({ state }: { state: string }) => state === 'pending';
    const heldCount = seats.filter(isHeld).length;
    const to = new Map<string, 'confirmed' | 'waiting' | 'rejected'>();
    if (decision === 'reject') for (const { id } of seats) to.set(id, 'rejected');
    const others = [];
    if (decision === 'approve') {
      const asking = seats.filter((seat) => !isHeld(seat)).map((seat) => ({ ...seat, isNew: true }));
      const quotas = asking.length > 0 ? await quotasOf(tx, place, training) : [];
      const given = asking.length > 0 ? await decide(tx, place, training, quotas, asking) : [];
      const gets = new Set(given.map(({ seatId }) => seatId));
      for (const seat of seats) to.set(seat.id, isHeld(seat) || gets.has(seat.id) ? 'confirmed' : 'waiting');
      others.push(...given.filter(({ seatId }) => !to.has(seatId)));
    }
    const idsOf = (state: string) => seats.map(({ id }) => id).filter((id) => to.get(id) === state);
    const [confirmed, waiting, rejected] = [idsOf('confirmed'), idsOf('waiting'), idsOf('rejected')];
    await tx.run(decideSeats(networkId, confirmed, waiting, rejected, reason, ctx.now));
    const taken = confirmed.length - heldCount;
    await tx.run(moveCounters(networkId, trainingId, taken, waiting.length, 0));
    training.takenCount += taken;
    training.waitingCount += waiting.length;
    await recordEvent(
      tx,
      ...seats.map(
        ({ id, registrationId }): NewEvent => ({
          networkId,
          kind: decision === 'reject' ? 'seat.rejected' : 'seat.approved',
          object: ['seat', id],
          actorId: ctx.actor.personId,
          at: ctx.now,
          payload: { trainingId, registrationId, to: to.get(id) ?? null },
        }),
      ),
    );
    await promote(tx, place, training, others);
    if (rejected.length > 0) await promoteWaiting(tx, place, training);
    return { confirmed: confirmed.length, waiting: waiting.length, rejected: rejected.length };
  });
}
