import { lockRelation } from '@tessera/db/mentoring.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { requirePart } from './access.server.ts';
import { note } from './note.server.ts';
import { restoreRelation } from './restore-relation.server.ts';
import type { ApprovalWithdrawal } from './schema.ts';

/**
 * Takes back what one asked the coordinators to approve, or puts away what was sent back. A closing that is taken back leaves
 * the relation as it was before. What was decided meanwhile stays until it is read.
 * @throws DomainError not_found, relation_ended, state_changed when it was decided meanwhile
 */
export async function takeBackApproval(
  ctx: Acting,
  { approvalId, isAnswered }: z.output<typeof ApprovalWithdrawal>,
): Promise<{ relationId: string }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const where = { networkId, id: approvalId, requestedById: ctx.actor.personId };
    const found = await tx.prisma.relationApproval.findFirst({
      where,
      select: { relationId: true, kind: true, movedFrom: true },
    });
    if (!found) throw new DomainError('not_found');
    const { relationId } = found;
    await tx.run(lockRelation(networkId, relationId));
    const { state } = await requirePart(tx, ctx, relationId);
    const { count } = await tx.prisma.relationApproval.updateMany({
      where: { ...where, state: isAnswered ? 'sent_back' : 'requested' },
      data: { state: 'taken_back', planText: null, decidedAt: ctx.now },
    });
    if (count === 0) throw new DomainError('state_changed');
    if (!isAnswered) await restoreRelation(tx, ctx, { ...found, state });
    await note(tx, ctx, 'mentoring.approval_taken_back', ['relation_approval', approvalId]);
    return { relationId };
  });
}
