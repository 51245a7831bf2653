import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { type Seal, sealOf } from '../privacy/seal.server.ts';
import { requireMenteesHere, requireRunningPart } from './access.server.ts';
import { dateOf, note } from './note.server.ts';
import { type GoalState, goalStates, isActiveGoal, isOpenGoal, mayMove, mostActiveGoals } from './rules.ts';
import type { GoalCorrection, GoalFields, GoalReview } from './schema.ts';

/**
 * Sets a goal of a mentee: agreed, or as a draft that is still talked about.
 * @throws DomainError not_found, relation_ended, relation_not_running, mentee_not_here, goals_full
 */
export async function setGoal(ctx: Acting, input: z.output<typeof GoalFields>): Promise<{ goalId: string }> {
  const networkId = ctx.network.id;
  const { relationId, menteeId, state } = input;
  const id = newId();
  await ctx.transaction(async (tx) => {
    const part = await requireRunningPart(tx, ctx, relationId);
    await requireMenteesHere(tx, ctx, part, relationId, [menteeId]);
    if (isActiveGoal(state)) await requireRoomForGoal(tx, networkId, menteeId);
    const seal = await sealOf(tx, networkId, ctx.now);
    await tx.prisma.mentoringGoal.create({
      data: {
        id,
        networkId,
        relationId,
        menteeId,
        ...contentOf(seal, id, input),
        state,
        createdAt: ctx.now,
        setById: ctx.actor.personId,
      },
    });
    await note(tx, ctx, 'mentoring.goal_set', ['mentoring_goal', id], { relationId, state });
  });
  return { goalId: id };
}

/**
 * Writes anew what an open goal says; where it stands, and what was seen of it, stays. Everybody sees that it was corrected, and a
 * plan that was approved with it counts as changed.
 * @throws DomainError not_found, relation_ended, relation_not_running, transition_not_possible for one that is settled,
 *   state_changed when it was corrected since its writer opened it
 */
export async function correctGoal(
  ctx: Acting,
  { goalId, seen, ...content }: z.output<typeof GoalCorrection>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    await requireOwnGoal(tx, ctx, goalId);
    const { state, correctedAt } = await goalBehindLock(tx, networkId, goalId);
    if (!isOpenGoal(state)) throw new DomainError('transition_not_possible');
    if ((correctedAt?.toISOString() ?? 'never') !== seen) throw new DomainError('state_changed');
    const seal = await sealOf(tx, networkId, ctx.now);
    await tx.prisma.mentoringGoal.updateMany({
      where: { networkId, id: goalId },
      data: { ...contentOf(seal, goalId, content), correctedAt: ctx.now },
    });
    await note(tx, ctx, 'mentoring.goal_corrected', ['mentoring_goal', goalId], { state });
  });
}

type Content = Omit<z.output<typeof GoalCorrection>, 'goalId' | 'seen'>;

function contentOf(seal: Seal, id: string, { text, measure, baseline, target, need, smart, dueOn }: Content) {
  return {
    aim: seal('mentoring_goal.aim', id, text),
    measure: measure ? seal('mentoring_goal.measure', id, measure) : null,
    baseline: baseline ? seal('mentoring_goal.baseline', id, baseline) : null,
    target: target ? seal('mentoring_goal.target', id, target) : null,
    needArea: need,
    smart,
    dueOn: dateOf(dueOn),
  };
}

/**
 * Looks at a goal: how far it is (0 to 4), where it stands, and a word about it. Reviews stay, so that a path is seen.
 * @throws DomainError not_found, relation_ended, relation_not_running, transition_not_possible, goals_full
 */
export async function reviewGoal(
  ctx: Acting,
  { goalId, progress, state, note: words, evidence }: z.output<typeof GoalReview>,
): Promise<void> {
  const networkId = ctx.network.id;
  const id = newId();
  await ctx.transaction(async (tx) => {
    const { menteeId } = await requireOwnGoal(tx, ctx, goalId);
    const { state: from } = await goalBehindLock(tx, networkId, goalId);
    if (from === state ? !isOpenGoal(from) : !mayMove('goal', from, state))
      throw new DomainError('transition_not_possible');
    if (from === 'draft' && isActiveGoal(state)) await requireRoomForGoal(tx, networkId, menteeId);
    const seal = words || evidence ? await sealOf(tx, networkId, ctx.now) : null;
    await tx.prisma.mentoringGoal.updateMany({ where: { networkId, id: goalId }, data: { progress, state } });
    await tx.prisma.mentoringGoalReview.create({
      data: {
        id,
        networkId,
        goalId,
        progress,
        state,
        reviewNote: seal && words ? seal('mentoring_goal_review.review_note', id, words) : null,
        proofNote: seal && evidence ? seal('mentoring_goal_review.proof_note', id, evidence) : null,
        reviewedAt: ctx.now,
        reviewedById: ctx.actor.personId,
      },
    });
    await note(tx, ctx, 'mentoring.goal_reviewed', ['mentoring_goal', goalId], { from, state, progress });
  });
}

// Its relation is locked and under way, and a mentee has to do with the own goals alone.
async function requireOwnGoal(tx: Transaction, ctx: Acting, goalId: string): Promise<{ menteeId: string }> {
  const found = await tx.prisma.mentoringGoal.findFirst({
    where: { networkId: ctx.network.id, id: goalId },
    select: { relationId: true, menteeId: true },
  });
  if (!found) throw new DomainError('not_found');
  const part = await requireRunningPart(tx, ctx, found.relationId);
  if (part.as === 'mentee' && part.menteeId !== found.menteeId) throw new DomainError('not_found');
  return found;
}

async function goalBehindLock(tx: Transaction, networkId: string, goalId: string) {
  const goal = await tx.prisma.mentoringGoal.findFirst({
    where: { networkId, id: goalId },
    select: { state: true, correctedAt: true },
  });
  if (!goal) throw new DomainError('not_found');
  return { ...goal, state: goal.state as GoalState };
}

// Behind the lock of the relation: a mentee has one living relation, so nobody counts beside us.
async function requireRoomForGoal(tx: Transaction, networkId: string, menteeId: string): Promise<void> {
  const active = await tx.prisma.mentoringGoal.count({
    where: { networkId, menteeId, state: { in: goalStates.filter(isActiveGoal) }, mentee: { leftOn: null } },
  });
  if (active >= mostActiveGoals) throw new DomainError('goals_full', { most: mostActiveGoals });
}
