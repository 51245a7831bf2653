import { lockPlanApproval, planGoals } from '@tessera/db/approvals.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { readAllConfidential, sealOf } from '../privacy/seal.server.ts';
import { requireRunningPart } from './access.server.ts';
import { SentGoal, seenGoals } from './approval-rules.ts';
import { textOf } from './drafts.server.ts';
import type { NeedArea } from './needs.ts';
import { note } from './note.server.ts';
import { goalStates, isActiveGoal } from './rules.ts';
import type { ApprovalRequest } from './schema.ts';

/**
 * Asks the coordinators to approve the plan of the own relation, or its closing, where the programme wants it. A plan is sent
 * as its mentor saw it; with the request of a closing the relation goes into closing, and sessions are logged on.
 * @throws DomainError not_found, relation_ended, relation_not_running, not_allowed for a mentee, approval_not_needed,
 *   plan_empty, state_changed when another one waits or the goals are others than its writer saw
 */
export async function requestApproval(
  ctx: Acting,
  { relationId, kind, nonce, seen, words }: z.output<typeof ApprovalRequest>,
): Promise<{ approvalId: string }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const part = await requireRunningPart(tx, ctx, relationId);
    if (part.as !== 'mentor') throw new DomainError('not_allowed');
    const { relationApproval } = tx.prisma;
    const same = await relationApproval.findFirst({
      where: { networkId, id: nonce },
      select: { relationId: true },
    });
    if (same && same.relationId !== relationId) throw new DomainError('not_found');
    if (same) return { approvalId: nonce };
    const [setting] = await tx.run(lockPlanApproval(networkId, relationId));
    if (!setting?.isOn) throw new DomainError('approval_not_needed');
    if (await relationApproval.count({ where: { networkId, relationId, kind, state: 'requested' } }))
      throw new DomainError('state_changed');
    const plan = kind === 'plan' ? await planOf(tx, ctx, relationId) : null;
    if (plan?.length === 0) throw new DomainError('plan_empty');
    const goalIds = plan?.map(({ id }) => id) ?? [];
    if (plan && seenGoals(plan) !== seen) throw new DomainError('state_changed');
    const seal = await sealOf(tx, networkId, ctx.now);
    const sent = plan?.map((goal) => SentGoal.parse(goal));
    if (kind === 'closing' && part.state !== 'closing') {
      await tx.prisma.mentoringRelation.updateMany({
        where: { networkId, id: relationId },
        data: { state: 'closing' },
      });
      const moved = { from: part.state, state: 'closing' };
      await note(tx, ctx, 'mentoring.relation_moved', ['mentoring_relation', relationId], moved);
    }
    await relationApproval.create({
      data: {
        id: nonce,
        networkId,
        relationId,
        kind,
        goalIds,
        movedFrom: kind === 'closing' ? part.state : null,
        planText: sent ? seal('relation_approval.plan_text', nonce, JSON.stringify(sent)) : null,
        requestWords: words ? seal('relation_approval.request_words', nonce, words) : null,
        requestedAt: ctx.now,
        requestedById: ctx.actor.personId,
      },
    });
    await note(tx, ctx, 'mentoring.approval_requested', ['relation_approval', nonce], { kind });
    return { approvalId: nonce };
  });
}

/** The active goals of a relation as its mentor sends them; each reading leaves an entry. */
export async function planOf(tx: Transaction, ctx: Acting, relationId: string) {
  const networkId = ctx.network.id;
  const active = goalStates.filter(isActiveGoal);
  const rows = await tx.run(planGoals(networkId, relationId, active));
  const texts = await readAllConfidential(
    tx,
    { networkId, actorId: ctx.actor.personId, at: ctx.now, right: 'assigned' },
    rows.map(({ id, aim, subjectPersonId }) => ({
      object: ['mentoring_goal', id],
      subjectPersonId,
      fields: { 'mentoring_goal.aim': aim },
    })),
  );
  return rows.map(({ id, alias, need, dueOn, correctedAt }, at) => ({
    id,
    correctedAt,
    alias,
    text: textOf(texts[at]?.['mentoring_goal.aim']) ?? '',
    need: need as NeedArea | null,
    dueOn,
  }));
}
