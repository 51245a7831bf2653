import { holdSession, lockSession, unmarkedSeats } from '@tessera/db/attendance.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { requireAttendance } from './mark.server.ts';
import { opensAt } from './rules.ts';
import type { HalfDayId } from './schema.ts';

/**
 * Verifies the list of a half-day and locks it: from now on nobody changes a mark. Locking twice changes nothing.
 * @returns whether it was locked just now
 * @throws DomainError not_found, session_not_started, attendance_unmarked
 */
export async function lockAttendance(
  ctx: Acting,
  { trainingId, sessionId }: z.output<typeof HalfDayId>,
): Promise<{ isNew: boolean }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    const [session] = await tx.run(holdSession(networkId, trainingId, sessionId));
    if (!session) throw new DomainError('not_found');
    if (ctx.now < opensAt(session.startsAt)) throw new DomainError('session_not_started');
    const [{ count } = { count: 0 }] = await tx.run(unmarkedSeats(networkId, trainingId, sessionId));
    if (count > 0) throw new DomainError('attendance_unmarked', { count });
    const { personId } = ctx.actor;
    const [lock] = await tx.run(lockSession(newId(), networkId, trainingId, sessionId, personId, ctx.now));
    if (lock) {
      await recordEvent(tx, {
        networkId,
        kind: 'attendance.locked',
        object: ['training', trainingId],
        actorId: personId,
        at: ctx.now,
        payload: { sessionId },
      });
    }
    return { isNew: lock !== undefined };
  });
}
