import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { dateOf } from '../mentoring/note.server.ts';
import { lockLiving, note } from './access.server.ts';
import type { CardChange, NewCard } from './schema.ts';

/**
 * Adds a card, with what it says in the language of the network.
 * @throws DomainError card_key_taken
 */
export async function createCard(
  ctx: Acting,
  { situation, conceptKey, text, instruction, ...fields }: z.output<typeof NewCard>,
): Promise<{ cardId: string }> {
  const networkId = ctx.network.id;
  const cardId = newId();
  await ctx.transaction(async (tx) => {
    await requireFreeKey(tx, networkId, conceptKey);
    const person = ctx.actor.personId;
    await tx.prisma.communicationCard.create({
      data: {
        ...rowOf(fields),
        id: cardId,
        networkId,
        situation,
        conceptKey,
        createdAt: ctx.now,
        createdById: person,
      },
    });
    await tx.prisma.cardText.create({
      data: {
        networkId,
        cardId,
        language: ctx.network.defaultLanguage,
        text,
        instruction,
        state: 'reviewed',
        writtenById: person,
        changedAt: ctx.now,
      },
    });
    await note(tx, ctx, 'card.created', cardId, { situation });
  });
  return { cardId };
}

/**
 * Changes what is around the texts of a card: who shows it, how it is answered, its pictogram and its place in the deck.
 * @throws DomainError not_found, card_retired, pictogram_needed
 */
export async function changeCard(
  ctx: Acting,
  { cardId, ...fields }: z.output<typeof CardChange>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { state } = await lockLiving(tx, ctx, cardId);
    if (state !== 'draft' && fields.pictogram === null)
      throw new DomainError('pictogram_needed', {}, 'pictogram');
    await tx.prisma.communicationCard.updateMany({
      where: { networkId: ctx.network.id, id: cardId },
      data: rowOf(fields),
    });
    await note(tx, ctx, 'card.changed', cardId);
  });
}

function rowOf({ side, answer, priority, pictogram, reviewBy }: Omit<z.output<typeof CardChange>, 'cardId'>) {
  return { side, answerType: answer, priority, pictogram, reviewBy: dateOf(reviewBy) };
}

async function requireFreeKey(tx: Transaction, networkId: string, conceptKey: string): Promise<void> {
  const known = await tx.prisma.communicationCard.count({ where: { networkId, conceptKey } });
  if (known > 0) throw new DomainError('card_key_taken', {}, 'conceptKey');
}
