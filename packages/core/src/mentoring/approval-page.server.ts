import { approvalRow, approvalsOf } from '@tessera/db/approvals.server.ts';
import { z } from 'zod';
import { type Acting, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { readConfidential } from '../privacy/seal.server.ts';
import { requirePart } from './access.server.ts';
import { type ApprovalKind, type ApprovalState, mayRequest, SentGoal, seenGoals } from './approval-rules.ts';
import { textOf } from './drafts.server.ts';
import { planOf } from './request-approval.server.ts';
import { isLiving, type RelationState } from './rules.ts';
import type { ApprovalOf } from './schema.ts';

/**
 * What a mentor would send to the coordinators, before they send it, with the goals as they would be read; each reading leaves
 * an entry.
 * @throws DomainError not_found, relation_ended, relation_not_running, not_allowed for a mentee, approval_not_needed
 */
export async function approvalForm(ctx: Acting, { relationId, kind }: z.output<typeof ApprovalOf>) {
  return ctx.transaction(async (tx) => {
    const part = await requirePart(tx, ctx, relationId);
    if (part.as !== 'mentor') throw new DomainError('not_allowed');
    const [found] = await tx.run(approvalsOf(ctx.network.id, relationId));
    if (!found?.isOn) throw new DomainError('approval_not_needed');
    const newest = found.approvals.find((each) => each.kind === kind) ?? null;
    const goals = kind === 'plan' ? await planOf(tx, ctx, relationId) : [];
    return {
      kind,
      hasAnswerer: found.hasAnswerer,
      canRequest: mayRequest(kind, part.state, newest) && (kind === 'closing' || goals.length > 0),
      newest: newest && { ...newest, state: newest.state as ApprovalState },
      goals,
      /** Names the goals as they stand, so that nothing else is sent than what was seen. */
      seen: seenGoals(goals),
    };
  });
}

/**
 * One request, for the mentor who made it and for coordinators with no part in the relation. While it waits each of these reads
 * the goals that were sent and the words; then the words are read by who asked and by who decided. Each reading leaves an entry.
 * @throws DomainError not_found
 */
export async function approvalPage(ctx: Acting, approvalId: string) {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  const isForAll = reach(ctx, 'relation.move').kind === 'network';
  return ctx.transaction(async (tx) => {
    const [row] = await tx.run(approvalRow(networkId, approvalId, personId, isForAll, ctx.language));
    if (!row) throw new DomainError('not_found');
    const { planText, requestWords, decisionWords, requestedById, decidedById, subjectPersonId, ...rest } =
      row;
    const isOwn = requestedById === personId;
    const isOpen = row.state === 'requested';
    // With the end of the relation its mentor reads nothing any more, and is told what was decided.
    const isOver = isOwn && !isLiving(row.relationState as RelationState);
    const mayRead = !isOver && (isOwn || isOpen || decidedById === personId);
    const opened =
      mayRead && (planText || requestWords || decisionWords)
        ? await readConfidential(tx, {
            networkId,
            actorId: personId,
            at: ctx.now,
            right: 'assigned',
            object: ['relation_approval', approvalId],
            subjectPersonId,
            fields: {
              'relation_approval.plan_text': planText,
              'relation_approval.request_words': requestWords,
              'relation_approval.decision_words': decisionWords,
            },
          })
        : null;
    const plan = textOf(opened?.['relation_approval.plan_text']);
    return {
      ...rest,
      kind: row.kind as ApprovalKind,
      state: row.state as ApprovalState,
      aliases: isOver ? [] : row.aliases,
      isOwn,
      isOver,
      mayRead,
      hasRequestWords: !isOver && requestWords !== null,
      hasDecisionWords: !isOver && decisionWords !== null,
      goals: plan === null ? [] : z.array(SentGoal).parse(JSON.parse(plan)),
      requestWords: textOf(opened?.['relation_approval.request_words']),
      decisionWords: textOf(opened?.['relation_approval.decision_words']),
      canDecide: isForAll && !isOwn && isOpen,
      canTakeBack: isOwn && !isOver && (isOpen || (row.state === 'sent_back' && row.isNewest)),
      timeZone: ctx.network.timeZone,
    };
  });
}
