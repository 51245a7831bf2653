import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { sealOf } from '../privacy/seal.server.ts';
import { requireRunningPart } from './access.server.ts';
import { note } from './note.server.ts';
import type { RiskChange } from './schema.ts';

/**
 * Sets the level of risk of the own relation, with a reason that its mentor alone reads. Every change stays; the trail says
 * that there was one, and not which.
 * @throws DomainError not_found, relation_ended, relation_not_running, not_allowed for a mentee, state_changed when it was
 *   changed after its writer saw it
 */
export async function setRisk(
  ctx: Acting,
  { relationId, nonce, seen, level, reason }: z.output<typeof RiskChange>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const part = await requireRunningPart(tx, ctx, relationId);
    if (part.as !== 'mentor') throw new DomainError('not_allowed');
    const same = await tx.prisma.relationRisk.findFirst({
      where: { networkId, id: nonce },
      select: { relationId: true },
    });
    if (same && same.relationId !== relationId) throw new DomainError('not_found');
    if (same) return;
    const before = await tx.prisma.relationRisk.count({ where: { networkId, relationId } });
    if (before !== seen) throw new DomainError('state_changed');
    const seal = await sealOf(tx, networkId, ctx.now);
    await tx.prisma.relationRisk.create({
      data: {
        id: nonce,
        networkId,
        relationId,
        nth: before + 1,
        level,
        riskReason: seal('relation_risk.risk_reason', nonce, reason),
        setAt: ctx.now,
        setById: ctx.actor.personId,
      },
    });
    await note(tx, ctx, 'mentoring.risk_set', ['mentoring_relation', relationId]);
  });
}
