import { approvalRow } from '@tessera/db/approvals.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { sealOf } from '../privacy/seal.server.ts';
import { note } from './note.server.ts';
import { end, lockAll } from './relations.server.ts';
import { restoreRelation } from './restore-relation.server.ts';
import type { ApprovalDecision } from './schema.ts';

/**
 * Approves a plan or a closing, or sends it back with a comment, as a coordinator with no part in the relation. What was sent
 * of the plan goes with the decision; with an approved closing the relation is completed.
 * @throws DomainError not_found, also for who has a part in the relation, not_allowed for one's own, state_changed when it is
 *   decided or taken back already
 */
export async function decideApproval(
  ctx: Acting,
  { approvalId, decision, words }: z.output<typeof ApprovalDecision>,
): Promise<{ relationId: string }> {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  return ctx.transaction(async (tx) => {
    const [row] = await tx.run(approvalRow(networkId, approvalId, personId, true, ctx.language));
    if (!row) throw new DomainError('not_found');
    if (row.requestedById === personId) throw new DomainError('not_allowed');
    const { relationId, kind, movedFrom } = row;
    const { relation, mentees } = await lockAll(tx, networkId, relationId);
    const seal = await sealOf(tx, networkId, ctx.now);
    const { count } = await tx.prisma.relationApproval.updateMany({
      where: { networkId, id: approvalId, state: 'requested' },
      data: {
        state: decision,
        planText: null,
        decisionWords: words ? seal('relation_approval.decision_words', approvalId, words) : null,
        decidedAt: ctx.now,
        decidedById: personId,
      },
    });
    if (count === 0) throw new DomainError('state_changed');
    await note(tx, ctx, 'mentoring.approval_decided', ['relation_approval', approvalId], { kind, decision });
    if (kind === 'closing' && decision === 'approved') await end(tx, ctx, relation, 'completed', mentees);
    if (kind === 'closing' && decision === 'sent_back')
      await restoreRelation(tx, ctx, { relationId, movedFrom, state: relation.state });
    return { relationId };
  });
}
