import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { type Locked, lockAny, lockOwn, note } from './access.server.ts';
import { type InitiativeMove, type InitiativeState, lackingIn, stateAfter, sumOf } from './rules.ts';
import type { InitiativeDecision, InitiativeStep } from './schema.ts';

/**
 * A step of the team: hands the plan in, starts, completes with the number of people reached, reports, or stops.
 * @throws DomainError not_found, transition_not_possible, plan_incomplete, reached_needed
 */
export async function moveInitiative(
  ctx: Acting,
  { initiativeId, move, peopleReached }: z.output<typeof InitiativeStep>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const locked = await lockOwn(tx, ctx, initiativeId);
    const state = next(locked, move);
    if (move === 'submit') await requirePlan(tx, ctx, initiativeId);
    if (move === 'complete' && peopleReached === null)
      throw new DomainError('reached_needed', {}, 'peopleReached');
    await tx.prisma.initiative.updateMany({
      where: { networkId: ctx.network.id, id: initiativeId },
      data: { state, ...(move === 'complete' ? { peopleReached, completedAt: ctx.now } : {}) },
    });
    await note(tx, ctx, 'initiative.moved', initiativeId, { from: locked.state, state });
  });
}

/**
 * The coordinator approves a plan with what it costs, or gives it back with a comment.
 * @throws DomainError not_found, transition_not_possible, comment_needed
 */
export async function decideInitiative(
  ctx: Acting,
  { initiativeId, decision, comment }: z.output<typeof InitiativeDecision>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const locked = await lockAny(tx, ctx, initiativeId);
    const state = next(locked, decision);
    if (decision === 'return' && comment === '') throw new DomainError('comment_needed', {}, 'comment');
    const costs = await tx.prisma.initiativeCost.findMany({
      where: { networkId, initiativeId },
      select: { cents: true },
    });
    await tx.prisma.initiative.updateMany({
      where: { networkId, id: initiativeId },
      data: {
        state,
        decisionComment: comment,
        decidedAt: ctx.now,
        decidedById: ctx.actor.personId,
        approvedCents: decision === 'approve' ? sumOf(costs) : null,
      },
    });
    await note(tx, ctx, 'initiative.moved', initiativeId, { from: locked.state, state });
  });
}

function next({ state }: Locked, move: InitiativeMove): InitiativeState {
  const after = stateAfter(state, move);
  if (!after) throw new DomainError('transition_not_possible');
  return after;
}

async function requirePlan(tx: Transaction, ctx: Acting, initiativeId: string): Promise<void> {
  const where = { networkId: ctx.network.id, initiativeId };
  const lacking = lackingIn({
    texts: await tx.prisma.initiativeText.findMany({ where, select: { question: true, plan: true } }),
    tasks: await tx.prisma.initiativeTask.findMany({ where, select: { id: true } }),
    team: await tx.prisma.initiativeMember.findMany({ where, select: { menteeId: true } }),
  });
  if (lacking.length > 0) throw new DomainError('plan_incomplete');
}
