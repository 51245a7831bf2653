import { lockMentoring } from '@tessera/db/mentoring.server.ts';
import { newestPlan } from '@tessera/db/plans.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { note } from './note.server.ts';
import { isUnderWay, relationStates } from './rules.ts';
import type { PlanOffer } from './schema.ts';

/**
 * Lets relations follow the newest plan. The one that was looked at is named: what was offered is what happens.
 * @throws DomainError not_found, plan_changed
 */
export async function applyPlan(
  ctx: Acting,
  { programmeId, planId, relationIds }: z.output<typeof PlanOffer>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    await tx.run(lockMentoring(networkId));
    const [newest] = await tx.run(newestPlan(networkId, programmeId));
    if (!newest) throw new DomainError('not_found');
    if (newest.id !== planId) throw new DomainError('plan_changed');
    const state = { in: relationStates.filter(isUnderWay) };
    const here = await tx.prisma.mentoringRelation.findMany({
      where: { networkId, programmeId, id: { in: relationIds }, state },
      select: { id: true },
    });
    if (here.length < new Set(relationIds).size) throw new DomainError('not_found');
    await tx.prisma.mentoringRelationPlan.deleteMany({
      where: { networkId, relationId: { in: relationIds } },
    });
    await tx.prisma.mentoringRelationPlan.createMany({
      data: here.map(({ id }) => ({ networkId, programmeId, relationId: id, planId })),
    });
    await note(tx, ctx, 'mentoring.plan_applied', ['mentoring_programme', programmeId], {
      version: newest.version,
      relations: here.length,
    });
  });
}

/** A relation that begins follows the newest plan of its programme, if there is one. */
export async function followNewest(
  tx: Transaction,
  networkId: string,
  { id: relationId, programmeId }: { id: string; programmeId: string },
): Promise<void> {
  const [newest] = await tx.run(newestPlan(networkId, programmeId));
  if (!newest) return;
  await tx.prisma.mentoringRelationPlan.createMany({
    data: [{ networkId, relationId, programmeId, planId: newest.id }],
  });
}
