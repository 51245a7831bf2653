import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, allows } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { lockLiving, note, settle, textAsSeen, verifiedBy } from './access.server.ts';
import { approvalRefused, mayReject, textStateAfterApproval, verifiersNeededFor } from './rules.ts';
import type { TextRejection, TextVersion } from './schema.ts';

type Seen = z.output<typeof TextVersion>;

/**
 * Approves of the version of a text that was seen. With as many people as its situation asks for it is verified, and in
 * its deck with the same commit.
 * @throws DomainError not_found, card_retired, text_changed, and whatever `approvalRefused` says
 */
export async function approveText(ctx: Acting, seen: Seen): Promise<void> {
  const { cardId, language } = seen;
  await ctx.transaction(async (tx) => {
    const card = await lockLiving(tx, ctx, cardId);
    const text = textAsSeen(card, seen);
    const needed = verifiersNeededFor(card);
    const { personId } = ctx.actor;
    const verifier = { personId, languages: verifiedBy(ctx), hasSpoken: text.hasSpoken };
    const refused = approvalRefused(text, verifier, needed);
    if (refused) throw new DomainError(refused);
    const state = textStateAfterApproval(text.state, needed, text.approvals + 1);
    await writeVerdict(tx, ctx, seen, { isApproved: true, reason: '', state });
    await settle(tx, ctx, cardId);
    await note(tx, ctx, 'card.text_approved', cardId, { language, version: seen.version, state });
  });
}

/**
 * Rejects the version that was seen, and says why; from then on it is in no deck. Whoever knows the language may, and the
 * coordinator.
 * @throws DomainError not_found, card_retired, text_changed, language_not_yours, transition_not_possible
 */
export async function rejectText(
  ctx: Acting,
  { reason, ...seen }: z.output<typeof TextRejection>,
): Promise<void> {
  const { cardId, language } = seen;
  await ctx.transaction(async (tx) => {
    const text = textAsSeen(await lockLiving(tx, ctx, cardId), seen);
    if (!verifiedBy(ctx).includes(language) && !allows(ctx, 'card.move', {}))
      throw new DomainError('language_not_yours');
    if (!mayReject(text.state)) throw new DomainError('transition_not_possible');
    await writeVerdict(tx, ctx, seen, { isApproved: false, reason, state: 'rejected' });
    await settle(tx, ctx, cardId);
    await note(tx, ctx, 'card.text_rejected', cardId, { language, version: seen.version });
  });
}

type Verdict = { isApproved: boolean; reason: string; state: string };

// Who approved and then sees a mistake says the last word: there is one of each person for each version.
async function writeVerdict(tx: Transaction, ctx: Acting, seen: Seen, verdict: Verdict): Promise<void> {
  const { cardId, language, version } = seen;
  const where = { networkId: ctx.network.id, cardId, language };
  const { isApproved, reason, state } = verdict;
  const by = { ...where, version, givenById: ctx.actor.personId };
  const said = { isApproved, reason, givenAt: ctx.now };
  const { count } = await tx.prisma.cardVerdict.updateMany({ where: by, data: said });
  if (count === 0) await tx.prisma.cardVerdict.create({ data: { id: newId(), ...by, ...said } });
  await tx.prisma.cardText.updateMany({ where, data: { state, changedAt: ctx.now } });
}
