import { markMet, removeNeed } from '@tessera/db/support.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { isLiving } from '../seats/rules.ts';
import { requireOnSeatSupport, requireOrganiser } from './access.server.ts';
import { noteNeeds } from './note.server.ts';
import { needsIn } from './rules.ts';
import type { MetNeeds, NeedId, SupportRequest } from './schema.ts';

/**
 * Adds what somebody in a seat needs, until the training begins. Asking for the same kind again replaces the words.
 * @throws DomainError not_found, support_empty, seat_not_active, training_begun
 */
export async function askForSupport(
  ctx: Acting,
  { seatId, ...asked }: z.output<typeof SupportRequest>,
): Promise<{ count: number }> {
  const networkId = ctx.network.id;
  const needs = needsIn(asked);
  return ctx.transaction(async (tx) => {
    const { seat } = await requireOnSeatSupport(tx, ctx, seatId, 'support.ask');
    if (needs.length === 0) throw new DomainError('support_empty');
    const training = await tx.prisma.training.findFirst({
      where: { networkId, id: seat.trainingId },
      select: { startsAt: true },
    });
    if (!training || !isLiving(seat)) throw new DomainError('seat_not_active');
    if (ctx.now >= training.startsAt) throw new DomainError('training_begun');
    const { trainingId, participantId } = seat;
    const place = { networkId, trainingId, now: ctx.now, actorId: ctx.actor.personId };
    await noteNeeds(tx, place, [{ seatId, participantId, needs }]);
    return { count: needs.length };
  });
}

/**
 * Takes back one thing that was asked for. Possible as long as it is kept; taking it back twice takes it back once.
 * @throws DomainError not_found
 */
export async function removeSupport(ctx: Acting, { seatId, needId }: z.output<typeof NeedId>): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const { seat } = await requireOnSeatSupport(tx, ctx, seatId, 'support.remove');
    const removed = await tx.run(removeNeed(networkId, seatId, needId));
    if (removed.length === 0) return;
    await recordEvent(tx, {
      networkId,
      kind: 'support.removed',
      object: ['seat', seatId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { trainingId: seat.trainingId, count: removed.length },
    });
  });
}

/**
 * Says which of the needs that a page showed are met. The same ticks again change nothing.
 * @returns how many changed
 * @throws DomainError not_found, not_allowed
 */
export async function meetSupport(
  ctx: Acting,
  { trainingId, needIds, metIds }: z.output<typeof MetNeeds>,
): Promise<{ changed: number }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    await requireOrganiser(tx, ctx, trainingId, 'support.meet');
    const changed = await tx.run(markMet(networkId, trainingId, needIds, metIds));
    if (changed.length > 0) {
      await recordEvent(tx, {
        networkId,
        kind: 'support.met',
        object: ['training', trainingId],
        actorId: ctx.actor.personId,
        at: ctx.now,
        payload: { count: changed.length },
      });
    }
    return { changed: changed.length };
  });
}
