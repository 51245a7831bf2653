import {
  holdSession,
  listKeeper,
  type MarkToWrite,
  sessionLocks,
  writeMarks,
} from '@tessera/db/attendance.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, type NetworkContext, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { lengthOf, opensAt } from './rules.ts';
import type { Marks } from './schema.ts';

/**
 * Marks who is there in one half-day. The same marks again change nothing; "unmarked" takes a mark back. Every change
 * leaves a line in the trail.
 * @returns how many marks changed
 * @throws DomainError not_found, session_not_started, attendance_locked, seat_not_confirmed, minutes_needed, minutes_over
 */
export async function markAttendance(
  ctx: Acting,
  input: z.output<typeof Marks>,
): Promise<{ changed: number }> {
  const networkId = ctx.network.id;
  const { trainingId, sessionId } = input;
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    const session = await openSession(tx, ctx, input);
    requireMinutes(input.marks, lengthOf(session));
    const seatIds = new Set(input.marks.map(({ seatId }) => seatId));
    const confirmed = await tx.prisma.seat.count({
      where: { networkId, trainingId, state: 'confirmed', id: { in: [...seatIds] } },
    });
    if (confirmed !== seatIds.size) throw new DomainError('seat_not_confirmed');
    const marks = input.marks.map(
      ({ seatId, state, minutes }): MarkToWrite => ({
        changeId: newId(),
        seatId,
        state,
        minutes: state === 'partial' ? minutes : null,
        evidence: 'manual',
        way: 'sheet',
      }),
    );
    const changed = await tx.run(
      writeMarks(networkId, trainingId, sessionId, JSON.stringify(marks), ctx.actor.personId, ctx.now),
    );
    if (changed.length > 0) {
      await recordEvent(tx, {
        networkId,
        kind: 'attendance.marked',
        object: ['training', trainingId],
        actorId: ctx.actor.personId,
        at: ctx.now,
        payload: { sessionId, changed: changed.length },
      });
    }
    return { changed: changed.length };
  });
}

function requireMinutes(marks: z.output<typeof Marks>['marks'], length: number): void {
  for (const { state, minutes } of marks) {
    if (state !== 'partial') continue;
    if (!minutes) throw new DomainError('minutes_needed', {}, 'minutes');
    if (minutes >= length) throw new DomainError('minutes_over', { length }, 'minutes');
  }
}

/**
 * A half-day that has begun and is not locked, held for this transaction.
 * @throws DomainError not_found, session_not_started, attendance_locked
 */
export async function openSession(
  tx: Transaction,
  ctx: Pick<NetworkContext, 'network' | 'now'>,
  at: { trainingId: string; sessionId: string },
) {
  const [session] = await tx.run(holdSession(ctx.network.id, at.trainingId, at.sessionId));
  if (!session) throw new DomainError('not_found');
  if (ctx.now < opensAt(session.startsAt)) throw new DomainError('session_not_started');
  // Asked after the half-day is held, so that a lock that was faster is seen.
  const locks = await tx.run(sessionLocks(ctx.network.id, at.trainingId));
  if (locks.some(({ sessionId }) => sessionId === at.sessionId)) throw new DomainError('attendance_locked');
  return session;
}

/**
 * Coordinators keep the list of every training, trainers that of their own.
 * @throws DomainError not_found, not_allowed
 */
export async function requireAttendance(
  tx: Transaction,
  ctx: Acting,
  trainingId: string,
  permission: 'attendance.mark' | 'attendance.reopen' | 'attendance.walk_in' = 'attendance.mark',
): Promise<void> {
  const [training] = await tx.run(listKeeper(ctx.network.id, trainingId, ctx.actor.personId));
  if (!training) throw new DomainError('not_found');
  const { state, isOwn } = training;
  const isReadable = !['draft', 'submitted', 'archived'].includes(state);
  requireOn(ctx, permission, { isOwn, objectId: trainingId, isReadable });
}
