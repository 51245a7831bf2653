import { addChoices, choicesOfCard, lockCards } from '@tessera/db/cards.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { lockLiving, note } from './access.server.ts';
import type { CardChoices } from './schema.ts';

/**
 * Says at which words one can point beneath a card, and in which order. It takes the place of the list that was seen; the
 * list before it is set again in the same way.
 * @throws DomainError not_found, card_retired, choice_not_possible, choices_changed
 */
export async function chooseAnswers(
  ctx: Acting,
  { cardId, answerIds, seenIds }: z.output<typeof CardChoices>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const card = await lockLiving(tx, ctx, cardId);
    if (card.situation === 'answers' || card.answer !== 'point_list')
      throw new DomainError('choice_not_possible', {}, 'answerIds');
    // Held until the end, so that none of them is retired or verified by fewer people meanwhile.
    const answers = await tx.run(lockCards(networkId, answerIds));
    if (answers.length < answerIds.length) throw new DomainError('not_found');
    if (answers.some(({ situation, state }) => situation !== 'answers' || state === 'retired'))
      throw new DomainError('choice_not_possible', {}, 'answerIds');
    const before = (await tx.run(choicesOfCard(networkId, cardId))).map(({ id }) => id);
    if (before.join() !== seenIds.join()) throw new DomainError('choices_changed');
    if (before.join() === answerIds.join()) return;
    await tx.prisma.cardChoice.deleteMany({ where: { networkId, cardId } });
    await tx.run(addChoices(networkId, cardId, answerIds));
    await note(tx, ctx, 'card.choices_set', cardId, { choices: answerIds.length });
  });
}
