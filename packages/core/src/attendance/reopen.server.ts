import { holdSession, reopenSession } from '@tessera/db/attendance.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { requireAttendance } from './mark.server.ts';
import type { Reopening } from './schema.ts';

/**
 * Opens a locked list again; the reason stays beside the lock. Certificates that were issued stay as they are.
 * @throws DomainError not_found, not_allowed, attendance_not_locked
 */
export async function reopenAttendance(
  ctx: Acting,
  { trainingId, sessionId, reason }: z.output<typeof Reopening>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId, 'attendance.reopen');
    const [session] = await tx.run(holdSession(networkId, trainingId, sessionId));
    if (!session) throw new DomainError('not_found');
    const { personId } = ctx.actor;
    const [lock] = await tx.run(reopenSession(networkId, trainingId, sessionId, personId, ctx.now, reason));
    if (!lock) throw new DomainError('attendance_not_locked');
    await recordEvent(tx, {
      networkId,
      kind: 'attendance.reopened',
      object: ['training', trainingId],
      actorId: personId,
      at: ctx.now,
      payload: { sessionId },
    });
  });
}
