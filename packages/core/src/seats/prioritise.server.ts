import { findSeat, prioritiseSeats } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import type { Prioritising } from './schema.ts';
import { lockForSeats, promoteWaiting } from './settle.server.ts';

const priorities = { ahead: 1, usual: 0, behind: -1 };

/**
 * Moves a seat that waits ahead of the usual order of the line, behind it, or back, for a reason that coordinators can read.
 * Whoever is seated together moves together.
 * @returns how many got a seat by it
 * @throws DomainError not_found, seat_not_waiting
 */
export async function prioritise(
  ctx: Acting,
  input: z.output<typeof Prioritising>,
): Promise<{ trainingId: string; promoted: number }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const [seen] = await tx.run(findSeat(networkId, input.seatId));
    if (!seen) throw new DomainError('not_found');
    const place = { networkId, now: ctx.now, actorId: ctx.actor.personId };
    const training = await lockForSeats(tx, place, seen.trainingId);
    const to = priorities[input.priority];
    const moved = await tx.run(
      prioritiseSeats(
        networkId,
        input.seatId,
        seen.isTogether ? seen.registrationId : null,
        to,
        input.reason,
        ctx.now,
      ),
    );
    if (!moved.some(({ id }) => id === input.seatId)) throw new DomainError('seat_not_waiting');
    await recordEvent(tx, {
      networkId,
      kind: 'seat.prioritised',
      object: ['seat', input.seatId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { trainingId: training.id, registrationId: seen.registrationId, from: seen.priority, to },
    });
    return { trainingId: training.id, promoted: await promoteWaiting(tx, place, training) };
  });
}
