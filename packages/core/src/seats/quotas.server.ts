import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { LockedTraining } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { misplacedQuota } from './rules.ts';
import type { SeatRules } from './schema.ts';

type Ruled = Pick<LockedTraining, 'id' | 'mode' | 'languages' | 'hasQuotas' | 'priorityRule' | 'partyRule'>;

/**
 * Sets the quotas of a locked training and the order of its line; what is left out stays. A quota below what is held takes
 * no seat from anyone.
 * @returns the training as it stands now
 * @throws DomainError quota_twice, quota_unfit
 */
export async function setSeatRules<Training extends Ruled>(
  tx: Transaction,
  ctx: Acting,
  training: Training,
  rules: z.output<typeof SeatRules>,
): Promise<Training> {
  const { quotas, priorityRule = training.priorityRule, partyRule = training.partyRule } = rules;
  const networkId = ctx.network.id;
  const where = { networkId, trainingId: training.id };
  const misplaced = quotas ? misplacedQuota(quotas, training) : null;
  if (misplaced) throw new DomainError(`quota_${misplaced.is}`, {}, `quotas[${misplaced.index}].key`);
  const hasQuotas = quotas ? quotas.length > 0 : training.hasQuotas;
  const isSame = priorityRule === training.priorityRule && partyRule === training.partyRule;
  if (isSame && !quotas) return training;
  if (quotas) {
    await tx.prisma.trainingQuota.deleteMany({ where });
    await tx.prisma.trainingQuota.createMany({
      data: quotas.map(({ scope, key, size, releaseAt }) => ({
        ...where,
        id: newId(),
        scope,
        key,
        size,
        releaseAt,
      })),
    });
  }
  await tx.prisma.training.updateMany({
    where: { networkId, id: training.id },
    data: { hasQuotas, priorityRule, partyRule, updatedAt: ctx.now },
  });
  await recordEvent(tx, {
    networkId,
    kind: 'training.seat_rules_changed',
    object: ['training', training.id],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload: { priorityRule, partyRule, ...(quotas ? { quotas: quotas.length } : {}) },
  });
  return { ...training, hasQuotas, priorityRule, partyRule };
}
