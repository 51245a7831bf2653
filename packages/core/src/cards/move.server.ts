import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { type Locked, lock, note, settle } from './access.server.ts';
import { pictogramOf } from './pictograms.ts';
import { type CardMove, cardStateAfter, lackingForPublication } from './rules.ts';
import type { CardStep } from './schema.ts';

/**
 * Moves a card on: its pictogram is accepted, it is translated, tried out, published; it is taken back to be revised, or
 * for good. Its decks change with the same commit.
 * @throws DomainError not_found, transition_not_possible, pictogram_needed, card_incomplete
 */
export async function moveCard(ctx: Acting, { cardId, move }: z.output<typeof CardStep>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const card = await lock(tx, ctx, cardId);
    const state = cardStateAfter(card.state, move);
    if (!state) throw new DomainError('transition_not_possible');
    requireParts(ctx, card, move);
    await tx.prisma.communicationCard.updateMany({
      where: { networkId: ctx.network.id, id: cardId },
      data: { state, ...(state === 'published' ? { publishedAt: ctx.now } : {}) },
    });
    // Beneath the cards that name it nobody can point at it any more.
    if (state === 'retired')
      await tx.prisma.cardChoice.deleteMany({ where: { networkId: ctx.network.id, answerId: cardId } });
    await settle(tx, ctx, cardId);
    await note(tx, ctx, 'card.moved', cardId, { from: card.state, state });
  });
}

function requireParts(ctx: Acting, card: Locked, move: CardMove): void {
  const hasPictogram = pictogramOf(card.pictogram) !== null;
  if (move === 'accept_pictogram' && !hasPictogram) throw new DomainError('pictogram_needed');
  const lacking = lackingForPublication({ hasPictogram, texts: card.texts }, ctx.network.defaultLanguage);
  if (move === 'publish' && lacking.length > 0) throw new DomainError('card_incomplete');
}
