import { askRow } from '@tessera/db/asks.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { sealOf } from '../privacy/seal.server.ts';
import { note } from './note.server.ts';
import type { AskAnswer } from './schema.ts';

/**
 * Answers what a mentor or a mentee asked for, as their coordinator: what comes of it, and words that they alone read.
 * @throws DomainError not_found, also for who has a part in what it is about, not_allowed for one's own, state_changed when it is answered already
 */
export async function answerAsk(
  ctx: Acting,
  { askId, answer, words }: z.output<typeof AskAnswer>,
): Promise<{ relationId: string | null }> {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  return ctx.transaction(async (tx) => {
    const [ask] = await tx.run(askRow(networkId, askId, personId, true, ctx.realNow));
    if (!ask) throw new DomainError('not_found');
    if (ask.askedById === personId) throw new DomainError('not_allowed');
    const seal = await sealOf(tx, networkId, ctx.now);
    const { count } = await tx.prisma.mentoringAsk.updateMany({
      where: { networkId, id: askId, answer: null },
      data: {
        answer,
        answerWords: words ? seal('mentoring_ask.answer_words', askId, words) : null,
        answeredAt: ctx.now,
        answeredById: personId,
      },
    });
    if (count === 0) throw new DomainError('state_changed');
    await note(tx, ctx, 'mentoring.ask_answered', ['mentoring_ask', askId], { answer });
    return { relationId: ask.relationId };
  });
}
