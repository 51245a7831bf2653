import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { note } from './note.server.ts';

/**
 * Takes back what one asked the coordinator for, or puts an answered one away: the row goes with its words.
 * @throws DomainError not_found
 */
export async function takeBackAsk(ctx: Acting, askId: string): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const { count } = await tx.prisma.mentoringAsk.deleteMany({
      where: { networkId, id: askId, personId: ctx.actor.personId },
    });
    if (count === 0) throw new DomainError('not_found');
    await note(tx, ctx, 'mentoring.ask_taken_back', ['mentoring_ask', askId]);
  });
}
