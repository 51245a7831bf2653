import { settleRecordings } from '@tessera/db/cards.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { dayAfter } from '../files/keep.server.ts';
import { type Locked, lockLiving, mayWrite, note, settle, textAsSeen, textOf } from './access.server.ts';
import { mayReview, textStateAfterEdit, textStateAfterNewMeaning } from './rules.ts';
import type { TextFields, TextVersion } from './schema.ts';

/**
 * Writes the text of a card in one language, anew or over the version that was seen. A text that was verified is reviewed
 * and in no deck until it is verified again; where the network's own text gets another meaning, so is every other one.
 * @throws DomainError not_found, not_allowed, card_retired, text_changed
 */
export async function writeText(ctx: Acting, fields: z.output<typeof TextFields>): Promise<void> {
  const { cardId, language, isReady, isSameMeaning, version: seen, ...words } = fields;
  const networkId = ctx.network.id;
  const isHost = language === ctx.network.defaultLanguage;
  if (!mayWrite(ctx, language)) throw new DomainError('not_allowed');
  await ctx.transaction(async (tx) => {
    const card = await lockLiving(tx, ctx, cardId);
    const before = textOf(card, language);
    if ((before?.version ?? null) !== seen) throw new DomainError('text_changed', {}, 'text');
    const state = textStateAfterEdit(before?.state ?? null, isReady);
    const data = { ...words, state, writtenById: ctx.actor.personId, changedAt: ctx.now };
    const where = { networkId, cardId, language };
    if (before) await tx.prisma.cardText.updateMany({ where, data: { ...data, version: { increment: 1 } } });
    else await tx.prisma.cardText.create({ data: { ...where, ...data } });
    if (isHost && before && !isSameMeaning)
      for (const other of othersOf(card, language))
        await tx.prisma.cardText.updateMany({
          where: { networkId, cardId, language: other.language },
          data: {
            state: textStateAfterNewMeaning(other.state),
            version: { increment: 1 },
            changedAt: ctx.now,
          },
        });
    await settle(tx, ctx, cardId);
    // With other words what was recorded is gone.
    await tx.run(settleRecordings(networkId, dayAfter(ctx)));
    await note(tx, ctx, 'card.text_written', cardId, { language, from: before?.state ?? 'missing', state });
  });
}

/**
 * Says that a draft was read through and can be verified.
 * @throws DomainError not_found, card_retired, text_changed, transition_not_possible
 */
export async function reviewText(ctx: Acting, input: z.output<typeof TextVersion>): Promise<void> {
  const { cardId, language } = input;
  await ctx.transaction(async (tx) => {
    const text = textAsSeen(await lockLiving(tx, ctx, cardId), input);
    if (!mayReview(text.state)) throw new DomainError('transition_not_possible');
    await tx.prisma.cardText.updateMany({
      where: { networkId: ctx.network.id, cardId, language },
      data: { state: 'reviewed', changedAt: ctx.now },
    });
    await note(tx, ctx, 'card.text_reviewed', cardId, { language });
  });
}

const othersOf = (card: Locked, language: string) => card.texts.filter((text) => text.language !== language);
