import { trainingsToTend } from '@tessera/db/evaluations.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import type { Permission } from '../permissions.ts';
import { writeSettings } from '../settings/change.server.ts';
import type { EvaluationPlan, EvaluationRules } from './schema.ts';
import { tendTraining } from './tend.server.ts';
import { evaluationLevels } from './terms.ts';

/**
 * Sets what a training asks and the result that it led to. What is due opens at once; what is open stays open.
 * @throws DomainError not_found, not_allowed
 */
export async function savePlan(ctx: Acting, input: z.output<typeof EvaluationPlan>): Promise<void> {
  const networkId = ctx.network.id;
  const { trainingId, levels, resultUrl, resultText } = input;
  const data = { levels, resultUrl, resultText };
  await ctx.transaction(async (tx) => {
    await requireEvaluation(tx, ctx, 'evaluation.plan', trainingId);
    await tx.prisma.evaluationPlan.upsert({
      where: { networkId_trainingId: { networkId, trainingId } },
      create: { networkId, trainingId, ...data },
      update: data,
    });
    await recordEvent(tx, {
      networkId,
      kind: 'evaluation.planned',
      object: ['training', trainingId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { levels },
    });
    const [training] = await tx.run(trainingsToTend(networkId, ctx.now, trainingId));
    if (training)
      await tendTraining(tx, { networkId, now: ctx.now, settings: ctx.network.settings }, training);
  });
}

/** Sets what the trainings of a network ask where they decide nothing, and for how long. */
export async function saveEvaluationRules(
  ctx: Acting,
  rules: z.output<typeof EvaluationRules>,
): Promise<void> {
  const levels = evaluationLevels.filter((level) => rules.levels.includes(level));
  await ctx.transaction((tx) =>
    writeSettings(tx, ctx, [
      ['evaluation.levels', levels],
      ['evaluation.open_days', rules.openDays],
      ['evaluation.days_before', rules.daysBefore],
    ]),
  );
}

/**
 * Coordinators reach every training, trainers their own.
 * @throws DomainError not_found, not_allowed
 */
export async function requireEvaluation(
  tx: Transaction,
  ctx: Acting,
  permission: Permission,
  trainingId: string,
): Promise<void> {
  const networkId = ctx.network.id;
  const [training, own] = await Promise.all([
    tx.prisma.training.findFirst({ where: { networkId, id: trainingId }, select: { state: true } }),
    tx.prisma.trainingTrainer.findFirst({
      where: { networkId, trainingId, personId: ctx.actor.personId },
      select: { personId: true },
    }),
  ]);
  if (!training) throw new DomainError('not_found');
  const isReadable = !['draft', 'submitted', 'archived'].includes(training.state);
  requireOn(ctx, permission, { isOwn: own !== null, objectId: trainingId, isReadable });
}
