import { askRow } from '@tessera/db/programmes.server.ts';
import { type Acting, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { readConfidential } from '../privacy/seal.server.ts';
import { textOf } from './drafts.server.ts';
import type { Ask, AskOutcome } from './rules.ts';

/**
 * What somebody asked the coordinator for, for themselves and for coordinators. The words of the answer are read by who
 * asked and by who wrote them, and each reading leaves an entry.
 * @throws DomainError not_found
 */
export async function askPage(ctx: Acting, askId: string) {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  const isForAll = reach(ctx, 'relation.move').kind === 'network';
  return ctx.transaction(async (tx) => {
    const [row] = await tx.run(askRow(networkId, askId, personId, isForAll));
    if (!row) throw new DomainError('not_found');
    const { answerWords, askedById, isAnswerer, ...ask } = row;
    const isOwn = askedById === personId;
    const opened =
      answerWords && (isOwn || isAnswerer)
        ? await readConfidential(tx, {
            networkId,
            actorId: personId,
            at: ctx.now,
            right: isOwn ? 'own' : 'assigned',
            object: ['mentoring_ask', askId],
            subjectPersonId: askedById,
            fields: { 'mentoring_ask.answer_words': answerWords },
          })
        : null;
    return {
      ...ask,
      isOwn,
      hasWords: answerWords !== null,
      what: ask.what as Ask,
      answer: ask.answer as AskOutcome | null,
      words: textOf(opened?.['mentoring_ask.answer_words']),
      canAnswer: isForAll && !isOwn && ask.answer === null,
    };
  });
}
