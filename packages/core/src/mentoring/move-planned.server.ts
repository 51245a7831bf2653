import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { requireRunningPart } from './access.server.ts';
import { note } from './note.server.ts';
import type { PlannedDay } from './schema.ts';
import { refusalOfDay } from './sessions.server.ts';

/**
 * Moves a planned session to another day.
 * @throws DomainError not_found, relation_ended, relation_not_running, not_allowed for a mentee,
 *   transition_not_possible when it is settled, day_behind
 */
export async function movePlanned(
  ctx: Acting,
  { relationId, plannedId, day, startsAt, timeZone }: z.output<typeof PlannedDay>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const part = await requireRunningPart(tx, ctx, relationId);
    if (part.as !== 'mentor') throw new DomainError('not_allowed');
    const where = { networkId, relationId, id: plannedId };
    const planned = await tx.prisma.mentoringSession.findFirst({ where, select: { state: true } });
    if (!planned) throw new DomainError('not_found');
    if (planned.state !== 'planned') throw new DomainError('transition_not_possible');
    const refused = refusalOfDay(ctx, { day, timeZone, state: 'planned' });
    if (refused) throw new DomainError(refused, {}, 'day');
    await tx.prisma.mentoringSession.updateMany({
      where,
      // Whoever was reminded to log the day before is reminded of the new one.
      data: { day: new Date(day), startsAt, logAskedAt: null },
    });
    await note(tx, ctx, 'mentoring.session_moved', ['mentoring_session', plannedId], { relationId });
  });
}
