import { newId } from '@tessera/db/id.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { lockLiving, note, textOf } from './access.server.ts';
import type { FieldTest } from './schema.ts';

/**
 * Notes how a card did with people: how many saw it, and how many understood. Nobody is named.
 * @throws DomainError not_found, card_retired
 */
export async function noteFieldTest(
  ctx: Acting,
  { cardId, language, testedOn, ...seen }: z.output<typeof FieldTest>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const card = await lockLiving(tx, ctx, cardId);
    if (!textOf(card, language)) throw new DomainError('not_found');
    await tx.prisma.cardTest.create({
      data: {
        ...seen,
        id: newId(),
        networkId: ctx.network.id,
        cardId,
        language,
        testedOn: new Date(testedOn),
        notedById: ctx.actor.personId,
        notedAt: ctx.now,
      },
    });
    await note(tx, ctx, 'card.tested', cardId, { language, shown: seen.shown, understood: seen.understood });
  });
}
