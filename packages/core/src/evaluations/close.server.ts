import { lockEvaluation } from '@tessera/db/evaluations.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { requireEvaluation } from './plan.server.ts';
import type { EvaluationStageInput } from './schema.ts';
import { endEvaluation } from './tend.server.ts';

/**
 * Closes a questionnaire before its time; closing twice changes nothing.
 * @throws DomainError not_found, not_allowed
 */
export async function closeByHand(
  ctx: Acting,
  { trainingId, stage }: z.output<typeof EvaluationStageInput>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    await requireEvaluation(tx, ctx, 'evaluation.close', trainingId);
    const [run] = await tx.run(lockEvaluation(networkId, trainingId, stage));
    if (!run) throw new DomainError('not_found');
    await endEvaluation(tx, { networkId, now: ctx.now }, trainingId, stage, ctx.actor.personId);
  });
}
