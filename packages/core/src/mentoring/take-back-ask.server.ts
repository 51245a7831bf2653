import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { note } from './note.server.ts';
import type { AskWithdrawal } from './schema.ts';

/**
 * Takes back what one asked the coordinator for, or puts an answered one away: the row goes with its words.
 * An answer that came meanwhile stays until it is read.
 * @throws DomainError not_found, state_changed when it was answered meanwhile
 */
export async function takeBackAsk(
  ctx: Acting,
  { askId, isAnswered }: z.output<typeof AskWithdrawal>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const where = { networkId, id: askId, personId: ctx.actor.personId };
    const { count } = await tx.prisma.mentoringAsk.deleteMany({
      where: { ...where, answer: isAnswered ? { not: null } : null },
    });
    if (count === 0)
      throw new DomainError((await tx.prisma.mentoringAsk.count({ where })) ? 'state_changed' : 'not_found');
    await note(tx, ctx, 'mentoring.ask_taken_back', ['mentoring_ask', askId]);
  });
}
