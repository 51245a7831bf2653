import { newId } from '@tessera/db/id.server.ts';
import { lockRelation } from '@tessera/db/mentoring.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { partIn } from './access.server.ts';
import { note } from './note.server.ts';
import { type Ask, openAsks } from './rules.ts';

/**
 * Asks the coordinator for more time, for more to know or for somebody else; null takes it back. It is one word and no
 * text, the other side of the relation never sees it, and an answer to the proposal ends it.
 * @throws DomainError not_found, relation_ended, not_allowed for the other side's words, state_changed while one in
 *   words is open, and for taking back what is answered
 */
export async function askCoordinator(
  ctx: Acting,
  as: 'mentor' | 'mentee',
  { relationId, what }: { relationId: string; what: Ask | null },
): Promise<void> {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  await ctx.transaction(async (tx) => {
    // Two taps come one after the other.
    await tx.run(lockRelation(networkId, relationId));
    const part = await partIn(tx, ctx, relationId);
    if (part.as !== as) throw new DomainError('not_allowed');
    const where = { networkId, relationId, personId };
    const askId = newId();
    const inWords = { ...where, what: { in: [...openAsks] }, answer: null };
    if (await tx.prisma.mentoringAsk.count({ where: inWords })) throw new DomainError('state_changed');
    if (!what && (await tx.prisma.mentoringAsk.count({ where: { ...where, answer: { not: null } } })))
      throw new DomainError('state_changed');
    await tx.prisma.mentoringAsk.deleteMany({ where });
    if (what) await tx.prisma.mentoringAsk.create({ data: { ...where, id: askId, what, askedAt: ctx.now } });
    const kind = what ? 'mentoring.asked' : 'mentoring.ask_taken_back';
    await note(tx, ctx, kind, ['mentoring_relation', relationId], what ? { what, askId } : {});
  });
}
