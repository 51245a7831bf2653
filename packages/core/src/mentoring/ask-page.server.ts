import { askRow } from '@tessera/db/asks.server.ts';
import { type Acting, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { readConfidential } from '../privacy/seal.server.ts';
import { textOf } from './drafts.server.ts';
import type { Ask, AskOutcome } from './rules.ts';

/**
 * What somebody asked the coordinator for, for themselves and for coordinators with no part in it. While it is open each of
 * these reads its words; then they and those of the answer are read by who asked and by who answered. Each reading leaves an entry.
 * @throws DomainError not_found
 */
export async function askPage(ctx: Acting, askId: string) {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  const isForAll = reach(ctx, 'relation.move').kind === 'network';
  return ctx.transaction(async (tx) => {
    const [row] = await tx.run(askRow(networkId, askId, personId, isForAll, ctx.realNow));
    if (!row) throw new DomainError('not_found');
    const { askWords, answerWords, askedById, isAnswerer, givenName, familyName, nameOrder, alias, ...ask } =
      row;
    const isOwn = askedById === personId;
    const mayRead = isOwn || isAnswerer || ask.answer === null;
    const opened =
      mayRead && (askWords || answerWords)
        ? await readConfidential(tx, {
            networkId,
            actorId: personId,
            at: ctx.now,
            right: isOwn ? 'own' : 'assigned',
            object: ['mentoring_ask', askId],
            subjectPersonId: askedById,
            fields: { 'mentoring_ask.ask_words': askWords, 'mentoring_ask.answer_words': answerWords },
          })
        : null;
    return {
      ...ask,
      /** Who asked, where it is the mentor; a mentee is shown by the alias alone. */
      mentor: ask.isMentor ? { givenName, familyName, nameOrder } : null,
      alias: ask.isMentor ? null : alias,
      isOwn,
      mayRead,
      hasAskWords: askWords !== null,
      hasWords: answerWords !== null,
      what: ask.what as Ask,
      answer: ask.answer as AskOutcome | null,
      askWords: textOf(opened?.['mentoring_ask.ask_words']),
      words: textOf(opened?.['mentoring_ask.answer_words']),
      canAnswer: isForAll && !isOwn && ask.answer === null,
    };
  });
}
