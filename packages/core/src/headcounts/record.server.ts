import { listKeeper } from '@tessera/db/attendance.server.ts';
import { writeHeadCount } from '@tessera/db/head-counts.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { wrongSum } from './rules.ts';
import type { HeadCount } from './schema.ts';

/**
 * Writes how many people came to an information session: figures, and nobody's name. A second time corrects the first.
 * @throws DomainError not_found, not_allowed, head_count_kind, head_count_early, head_count_closed, head_count_gender,
 *   head_count_age
 */
export async function recordHeadCount(
  ctx: Acting,
  { trainingId, languages, ...figures }: z.output<typeof HeadCount>,
): Promise<void> {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  const wrong = wrongSum(figures);
  if (wrong) {
    const { total } = figures;
    throw wrong.of === 'gender'
      ? new DomainError('head_count_gender', { sum: wrong.sum, total }, 'women')
      : new DomainError('head_count_age', { sum: wrong.sum, total }, 'under18');
  }
  await ctx.transaction(async (tx) => {
    await requireCounting(tx, ctx, trainingId);
    const training = await tx.prisma.training.findFirst({
      where: { networkId, id: trainingId },
      select: { kind: true, state: true, startsAt: true },
    });
    if (training?.kind !== 'information_session') throw new DomainError('head_count_kind');
    if (ctx.now < training.startsAt) throw new DomainError('head_count_early');
    if (!isCountable(training.state)) throw new DomainError('head_count_closed');
    await tx.run(
      writeHeadCount(
        networkId,
        trainingId,
        JSON.stringify(figures),
        [...new Set(languages)],
        personId,
        ctx.now,
      ),
    );
    await recordEvent(tx, {
      networkId,
      kind: 'attendance.counted',
      object: ['training', trainingId],
      actorId: personId,
      at: ctx.now,
      payload: { count: figures.total, topic: figures.topic },
    });
  });
}

/** Whether the figures of an event can still be written, until its documentation is closed. */
export function isCountable(state: string): boolean {
  return ['published', 'registration_closed', 'running', 'completed'].includes(state);
}

/** Coordinators count at every event, trainers at their own. @throws DomainError not_found, not_allowed */
export async function requireCounting(tx: Transaction, ctx: Acting, trainingId: string): Promise<void> {
  const [keeper] = await tx.run(listKeeper(ctx.network.id, trainingId, ctx.actor.personId));
  if (!keeper) throw new DomainError('not_found');
  const isReadable = !['draft', 'submitted', 'archived'].includes(keeper.state);
  requireOn(ctx, 'headcount.record', { isOwn: keeper.isOwn, objectId: trainingId, isReadable });
}
