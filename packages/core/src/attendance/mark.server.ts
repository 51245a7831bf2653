import { writeMarks } from '@tessera/db/attendance.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Actor, type NetworkContext, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import type { Marks } from './schema.ts';

type Acting = NetworkContext & { actor: Actor };

/** The list opens an hour before a half-day begins. */
export const openBeforeMinutes = 60;

/**
 * Marks who is there in one half-day. The same marks again change nothing; "unmarked" takes a mark back.
 * @returns how many marks changed
 * @throws DomainError not_found, session_not_started, seat_not_confirmed
 */
export async function markAttendance(
  ctx: Acting,
  input: z.output<typeof Marks>,
): Promise<{ changed: number }> {
  const networkId = ctx.network.id;
  const { trainingId, sessionId } = input;
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    const session = await tx.prisma.trainingSession.findFirst({
      where: { networkId, trainingId, id: sessionId },
      select: { startsAt: true },
    });
    if (!session) throw new DomainError('not_found');
    if (ctx.now.getTime() < session.startsAt.getTime() - openBeforeMinutes * 60_000)
      throw new DomainError('session_not_started');
    const marks = input.marks.filter(({ state }) => state !== 'unmarked');
    const unmarked = input.marks.filter(({ state }) => state === 'unmarked').map(({ seatId }) => seatId);
    const confirmed = await tx.prisma.seat.count({
      where: {
        networkId,
        trainingId,
        state: 'confirmed',
        id: { in: input.marks.map(({ seatId }) => seatId) },
      },
    });
    if (confirmed !== new Set(input.marks.map(({ seatId }) => seatId)).size)
      throw new DomainError('seat_not_confirmed');
    const written = await tx.run(
      writeMarks(networkId, trainingId, sessionId, JSON.stringify(marks), ctx.actor.personId, ctx.now),
    );
    const removed = await tx.prisma.attendanceRecord.deleteMany({
      where: { networkId, sessionId, seatId: { in: unmarked } },
    });
    const changed = written.length + removed.count;
    if (changed > 0) {
      await recordEvent(tx, {
        networkId,
        kind: 'attendance.marked',
        object: ['training', trainingId],
        actorId: ctx.actor.personId,
        at: ctx.now,
        payload: { sessionId, changed },
      });
    }
    return { changed };
  });
}

/**
 * Coordinators keep the list of every training, trainers that of their own.
 * @throws DomainError not_found, not_allowed
 */
export async function requireAttendance(tx: Transaction, ctx: Acting, trainingId: string): Promise<void> {
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
  requireOn(ctx, 'attendance.mark', { isOwn: own !== null, objectId: trainingId, isReadable });
}
