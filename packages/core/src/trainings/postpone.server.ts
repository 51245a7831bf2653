import type { Transaction } from '@tessera/db/scope.server.ts';
import { moveSessions, moveTraining } from '@tessera/db/trainings.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import { lockForSeats, promoteWaiting } from '../seats/settle.server.ts';
import { movedHalfDays, mover } from './moving.ts';
import { stateAfter, type TrainingState } from './rules.ts';
import type { Postponement } from './schema.ts';

type Locked = Awaited<ReturnType<typeof lockForSeats>>;

/**
 * Postpones a training: to a new start, with which it is published at once, or until one is known. All seats stay as
 * they are, everyone is told once, and the entries in calendars move. The same again changes nothing.
 * @throws DomainError not_found, transition_not_possible, date_past
 */
export async function postponeTraining(
  ctx: Acting,
  { trainingId, startsAt, reason }: z.output<typeof Postponement>,
): Promise<{ state: TrainingState }> {
  const networkId = ctx.network.id;
  const place = { networkId, now: ctx.now, actorId: ctx.actor.personId };
  return ctx.transaction(async (tx) => {
    const training = await lockForSeats(tx, place, trainingId);
    const from = training.state as TrainingState;
    const hasDate = from !== 'postponed';
    if (hasDate && startsAt?.getTime() === training.startsAt.getTime()) return { state: from };
    if (!startsAt && !hasDate) return { state: from };
    if (hasDate && (!stateAfter(from, 'postpone') || training.startsAt <= ctx.now))
      throw new DomainError('transition_not_possible');
    if (startsAt && startsAt <= ctx.now) throw new DomainError('date_past', {}, 'startsAt');
    const to: TrainingState = startsAt ? 'published' : 'postponed';
    await tx.run(moveTraining(networkId, trainingId, from, to, reason, ctx.now));
    if (startsAt) await moveDates(tx, place, training, startsAt);
    const previousStartsAt = training.startsAt.toISOString();
    const told: Pick<NewEvent, 'kind' | 'payload'> = startsAt
      ? { kind: 'training.rescheduled', payload: { previousStartsAt, wasPostponed: !hasDate } }
      : { kind: 'training.postponed', payload: { from, previousStartsAt } };
    await recordEvent(tx, {
      ...told,
      networkId,
      object: ['training', trainingId],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
    return { state: to };
  });
}

/** Moves the half-days and what hangs on them: the end of registration, of the limit for institutions and of every quota. */
async function moveDates(
  tx: Transaction,
  place: { networkId: string; now: Date; actorId: string | null },
  training: Locked,
  startsAt: Date,
): Promise<void> {
  const { networkId, now } = place;
  const move = mover(training.startsAt, startsAt, training.timeZone);
  const sessions = await tx.prisma.trainingSession.findMany({
    where: { networkId, trainingId: training.id },
    orderBy: { startsAt: 'asc' },
    select: { id: true, startsAt: true, endsAt: true },
  });
  const moved = movedHalfDays(sessions, startsAt, training.timeZone);
  await tx.run(moveSessions(networkId, training.id, JSON.stringify(moved)));
  const dates = {
    startsAt,
    endsAt: moved.at(-1)?.endsAt ?? move(training.endsAt),
    regClosesAt: training.regClosesAt && move(training.regClosesAt),
    quotaReleaseAt: training.quotaReleaseAt && move(training.quotaReleaseAt),
  };
  await tx.prisma.training.updateMany({
    where: { networkId, id: training.id },
    data: { ...dates, movedAt: now },
  });
  if (training.hasQuotas) await moveReleases(tx, networkId, training.id, move);
  await promoteWaiting(tx, place, { ...training, ...dates, state: 'published' });
}

async function moveReleases(
  tx: Transaction,
  networkId: string,
  trainingId: string,
  move: (at: Date) => Date,
): Promise<void> {
  const quotas = await tx.prisma.trainingQuota.findMany({
    where: { networkId, trainingId, releaseAt: { not: null } },
    select: { id: true, releaseAt: true },
  });
  for (const { id, releaseAt } of quotas) {
    await tx.prisma.trainingQuota.updateMany({
      where: { networkId, id },
      data: { releaseAt: releaseAt && move(releaseAt) },
    });
  }
}
