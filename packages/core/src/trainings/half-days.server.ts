import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { DomainError } from '../errors.ts';
import { livingStates } from '../seats/rules.ts';
import { changedHalfDays, matchedIds } from './rules.ts';
import type { TrainingSession } from './schema.ts';

type Where = { networkId: string; trainingId: string };
type Given = z.output<typeof TrainingSession>;

/**
 * Writes the half-days of a training whose row is locked. What hangs on one – marks, proofs, bookings – stays with it by its
 * id; who sends no ids means them by their order.
 * @returns the ids in the order of what was given, when each half-day ends that is new, gone or at another time, and when
 *   each that has left a room that was named
 * @throws DomainError half_day_in_use when one is left out that somebody booked or that has marks or proofs
 */
export async function keepHalfDays(
  tx: Transaction,
  where: Where,
  given: readonly Given[],
): Promise<{ ids: string[]; changedEnds: Date[]; otherRoomEnds: Date[] }> {
  const { networkId } = where;
  const existing = await tx.prisma.trainingSession.findMany({
    where,
    orderBy: { startsAt: 'asc' },
    select: { id: true, startsAt: true, endsAt: true, room: true },
  });
  const matched = matchedIds(given, existing);
  const ids = matched.map((id) => id ?? newId());
  const gone = existing.map(({ id }) => id).filter((id) => !ids.includes(id));
  const used = gone.length > 0 ? await usedOf(tx, where, gone) : null;
  if (used)
    throw new DomainError(
      'half_day_in_use',
      { number: existing.findIndex(({ id }) => id === used) + 1 },
      'sessions',
    );
  if (gone.length > 0) await tx.prisma.trainingSession.deleteMany({ where: { networkId, id: { in: gone } } });
  for (const [index, { id: _id, trainerIds: _trainerIds, ...session }] of given.entries()) {
    const id = ids[index] ?? '';
    if (matched[index])
      await tx.prisma.trainingSession.updateMany({ where: { networkId, id }, data: session });
    else await tx.prisma.trainingSession.create({ data: { ...where, id, ...session } });
  }
  const stands = given.map(({ startsAt, endsAt }, index) => ({ id: ids[index] ?? '', startsAt, endsAt }));
  const otherRoomEnds = given.flatMap(({ room, endsAt }, index) =>
    existing.some((each) => each.id === ids[index] && each.room !== '' && each.room !== room) ? [endsAt] : [],
  );
  return { ids, changedEnds: changedHalfDays(existing, stands), otherRoomEnds };
}

/** One of some half-days that somebody booked, or was marked or has proof in; null for none. */
async function usedOf(tx: Transaction, where: Where, ids: string[]): Promise<string | null> {
  const held = { where: { networkId: where.networkId, sessionId: { in: ids } }, select: { sessionId: true } };
  const marked =
    (await tx.prisma.attendanceRecord.findFirst(held)) ??
    (await tx.prisma.attendanceEvidence.findFirst(held));
  if (marked) return marked.sessionId;
  const booked = await tx.prisma.seat.findFirst({
    where: { ...where, state: { in: [...livingStates] }, sessionIds: { hasSome: ids } },
    select: { sessionIds: true },
  });
  return booked?.sessionIds.find((id) => ids.includes(id)) ?? null;
}
