import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { sealOf } from '../privacy/seal.server.ts';
import { note } from './note.server.ts';
import type { AskAnswer } from './schema.ts';

/**
 * Answers what a mentor or a mentee asked for, as their coordinator: what comes of it, and words that they alone read.
 * @throws DomainError not_found, not_allowed for one's own, state_changed when it is answered already
 */
export async function answerAsk(
  ctx: Acting,
  { askId, answer, words }: z.output<typeof AskAnswer>,
): Promise<{ relationId: string | null }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const where = { networkId, id: askId };
    const ask = await tx.prisma.mentoringAsk.findFirst({
      where,
      select: { relationId: true, personId: true },
    });
    if (!ask) throw new DomainError('not_found');
    if (ask.personId === ctx.actor.personId) throw new DomainError('not_allowed');
    const seal = await sealOf(tx, networkId, ctx.now);
    const { count } = await tx.prisma.mentoringAsk.updateMany({
      where: { ...where, answer: null },
      data: {
        answer,
        answerWords: words ? seal('mentoring_ask.answer_words', askId, words) : null,
        answeredAt: ctx.now,
        answeredById: ctx.actor.personId,
      },
    });
    if (count === 0) throw new DomainError('state_changed');
    await note(tx, ctx, 'mentoring.ask_answered', ['mentoring_ask', askId], { answer });
    return { relationId: ask.relationId };
  });
}
