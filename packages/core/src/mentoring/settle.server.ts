import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { requireRunningPart } from './access.server.ts';
import { note } from './note.server.ts';
import { mayMove, type SessionState } from './rules.ts';
import type { PlannedMove } from './schema.ts';
import { refusalOfDay } from './sessions.server.ts';

/**
 * Notes that a planned session was cancelled, or that somebody did not come. One that was held is logged.
 * @throws DomainError not_found, relation_ended, relation_not_running, not_allowed for a mentee,
 *   transition_not_possible when it is settled, day_ahead
 */
export async function settleSession(
  ctx: Acting,
  { relationId, plannedId, state, timeZone }: z.output<typeof PlannedMove>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const part = await requireRunningPart(tx, ctx, relationId);
    if (part.as !== 'mentor') throw new DomainError('not_allowed');
    const planned = await tx.prisma.mentoringSession.findFirst({
      where: { networkId, relationId, id: plannedId },
      select: { state: true, day: true },
    });
    if (!planned) throw new DomainError('not_found');
    if (!mayMove('session', planned.state as SessionState, state))
      throw new DomainError('transition_not_possible');
    const day = planned.day.toISOString().slice(0, 10);
    const refused = refusalOfDay(ctx, { day, timeZone, state });
    if (refused) throw new DomainError(refused);
    await tx.prisma.mentoringSession.updateMany({
      where: { networkId, id: plannedId },
      data: { state, minutes: null, startsAt: null, loggedById: ctx.actor.personId, loggedAt: ctx.now },
    });
    await note(tx, ctx, 'mentoring.session_settled', ['mentoring_session', plannedId], { relationId, state });
  });
}
