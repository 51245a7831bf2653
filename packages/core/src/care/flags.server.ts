import { newId } from '@tessera/db/id.server.ts';
import { lockRelation } from '@tessera/db/mentoring.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { requirePart } from '../mentoring/access.server.ts';
import { isLiving, type RelationState } from '../mentoring/rules.ts';
import type { FlagWord, NewFlag } from './schema.ts';

/**
 * Asks the mentor of a living relation something about it, or about one of its sessions; what was said is not read for
 * it. The same question asked again while it is open is one.
 * @throws DomainError not_found, relation_ended
 */
export async function askFlag(
  ctx: Acting,
  { relationId, sessionId, question }: z.output<typeof NewFlag>,
): Promise<{ flagId: string }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const [relation] = await tx.run(lockRelation(networkId, relationId));
    if (!relation) throw new DomainError('not_found');
    if (!isLiving(relation.state as RelationState)) throw new DomainError('relation_ended');
    if (sessionId) {
      const where = { networkId, relationId, id: sessionId };
      const session = await tx.prisma.mentoringSession.findFirst({ where, select: { id: true } });
      if (!session) throw new DomainError('not_found');
    }
    const open = await tx.prisma.mentoringFlag.findFirst({
      where: { networkId, relationId, question, resolvedAt: null },
      select: { id: true },
    });
    if (open) return { flagId: open.id };
    const flagId = newId();
    await tx.prisma.mentoringFlag.create({
      data: {
        id: flagId,
        networkId,
        relationId,
        sessionId,
        question,
        askedById: ctx.actor.personId,
        askedAt: ctx.now,
      },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'care.asked',
      object: ['mentoring_flag', flagId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { relationId, question },
    });
    return { flagId };
  });
}

/**
 * Answers a question with a word, as the mentor of its relation.
 * @throws DomainError not_found, relation_ended, state_changed
 */
export async function answerFlag(ctx: Acting, { flagId, answer }: z.output<typeof FlagWord>): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const flag = await tx.prisma.mentoringFlag.findFirst({
      where: { networkId, id: flagId },
      select: { relationId: true },
    });
    if (!flag) throw new DomainError('not_found');
    const part = await requirePart(tx, ctx, flag.relationId);
    if (part.as !== 'mentor') throw new DomainError('not_found');
    const { count } = await tx.prisma.mentoringFlag.updateMany({
      where: { networkId, id: flagId, resolvedAt: null },
      data: { answer, resolvedById: ctx.actor.personId, resolvedAt: ctx.now },
    });
    if (count === 0) throw new DomainError('state_changed');
    await recordEvent(tx, {
      networkId,
      kind: 'care.answered',
      object: ['mentoring_flag', flagId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { relationId: flag.relationId, answer },
    });
  });
}
