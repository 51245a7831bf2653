import { type MarkToWrite, writeMarks } from '@tessera/db/attendance.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { institutionNames, membershipState } from '@tessera/db/institutions.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import {
  changeSeat,
  findByRequestKey,
  type LockedTraining,
  moveCounters,
  waitingSeats,
} from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { nameOf, participantsFor } from '../seats/participants.server.ts';
import { take } from '../seats/register.server.ts';
import { Registration } from '../seats/schema.ts';
import { decide, lockForSeats, quotasOf } from '../seats/settle.server.ts';
import { settleWish } from '../seats/wishes.server.ts';
import { readTraining } from '../trainings/queries.server.ts';
import { openSession, requireAttendance } from './mark.server.ts';
import { takesWalkIns } from './rules.ts';
import type { HalfDayId, WalkIn } from './schema.ts';

/** What the form for somebody without a registration shows. */
export async function walkInPage(ctx: Acting, { trainingId, sessionId }: z.output<typeof HalfDayId>) {
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId, 'attendance.walk_in');
    const training = await readTraining(tx, ctx, trainingId);
    const session = training.sessions.find(({ id }) => id === sessionId);
    if (!session) throw new DomainError('not_found');
    const { id, title, timeZone, languages, capacity, free } = training;
    return {
      training: { id, title, timeZone, languages, capacity, free },
      session,
      institutions: await tx.run(institutionNames(ctx.network.id, ctx.language, null)),
    };
  });
}

/**
 * Gives a free seat to somebody who came without a registration and marks them as there, both or neither. Limits hold at
 * the door too: whoever there is no seat for is not written down; a coordinator can change the capacity. Sending the same
 * form again changes nothing. Whoever waits for a seat and came gets a free one after the start.
 * @throws DomainError not_found, session_not_started, attendance_locked, training_not_published, membership_suspended,
 *   already_registered, walk_in_waits, walk_in_full, language_needed
 */
export async function addWalkIn(
  ctx: Acting,
  { trainingId, sessionId, requestKey, ...person }: z.output<typeof WalkIn>,
): Promise<{ isNew: boolean }> {
  const networkId = ctx.network.id;
  const { institutionId } = person;
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId, 'attendance.walk_in');
    // The half-day first, as marks take it: whoever marks holds it and then asks for the training.
    const session = await openSession(tx, ctx, { trainingId, sessionId });
    const place = { networkId, now: ctx.now, actorId: ctx.actor.personId };
    const training = await lockForSeats(tx, place, trainingId);
    const [repeat] = await tx.run(findByRequestKey(networkId, requestKey));
    if (repeat) return { isNew: false };
    if (!takesWalkIns(training.state)) throw new DomainError('training_not_published');
    const membership = institutionId ? await livingMembership(tx, networkId, institutionId) : null;
    const [found] = await participantsFor(tx, { ...place, institutionId, trainingId }, [person]);
    if (!found) throw new DomainError('not_found');
    const seatId = found.hasSeat
      ? await admitWaiting(tx, place, training, { participantId: found.id, name: nameOf(person) })
      : await takeNew(tx, place, {
          kind: 'seats.walked_in',
          training,
          institutionId,
          institutionKind: membership?.kind ?? null,
          participantIds: [found.id],
          needsApproval: false,
          origin: null,
          input: asked(training, sessionId, { requestKey, ...person }),
        });
    const mark: MarkToWrite = {
      changeId: newId(),
      seatId,
      state: 'present',
      inAt: ctx.now < session.endsAt ? ctx.now : null,
      evidence: 'manual',
      way: 'walk_in',
    };
    await tx.run(
      writeMarks(networkId, trainingId, sessionId, JSON.stringify([mark]), ctx.actor.personId, ctx.now),
    );
    return { isNew: true };
  });
}

type Place = { networkId: string; now: Date; actorId: string };

async function takeNew(tx: Transaction, place: Place, taking: Parameters<typeof take>[2]): Promise<string> {
  const { networkId } = place;
  const { registrationId, confirmed } = await take(tx, place, taking);
  if (confirmed === 0) throw new DomainError('walk_in_full');
  const seat = await tx.prisma.seat.findFirst({ where: { networkId, registrationId }, select: { id: true } });
  if (!seat) throw new Error('a walk-in has no seat');
  return seat.id;
}

/**
 * Gives a free seat to somebody who waits and came. Before the start the line is served, and whoever waits has got none
 * of what is free; after it nobody is served any more, and who stands at the door comes before who does not.
 */
async function admitWaiting(
  tx: Transaction,
  place: Place,
  training: LockedTraining,
  { participantId, name }: { participantId: string; name: string },
): Promise<string> {
  const { networkId, now, actorId } = place;
  const seat = await tx.prisma.seat.findFirst({
    where: { networkId, trainingId: training.id, participantId, state: 'waiting' },
    select: { id: true },
  });
  if (!seat) throw new DomainError('already_registered', { name }, 'familyName');
  if (now < training.startsAt) throw new DomainError('walk_in_waits', { name }, 'familyName');
  const waiting = (await tx.run(waitingSeats(networkId, training.id))).find(({ id }) => id === seat.id);
  if (!waiting) throw new DomainError('already_registered', { name }, 'familyName');
  const quotas = await quotasOf(tx, place, training);
  const asking = { ...waiting, isTogether: false, isNew: true };
  const given = await decide(tx, place, training, quotas, [asking]);
  if (given.length === 0) throw new DomainError('walk_in_full');
  await tx.run(changeSeat(networkId, seat.id, ['waiting'], 'confirmed', now));
  await tx.run(moveCounters(networkId, training.id, 1, -1, 0));
  await recordEvent(tx, {
    networkId,
    kind: 'seat.walked_in',
    object: ['seat', seat.id],
    actorId,
    at: now,
    payload: { trainingId: training.id, registrationId: waiting.registrationId },
  });
  await settleWish(tx, place, training, [waiting]);
  return seat.id;
}

async function livingMembership(tx: Transaction, networkId: string, institutionId: string) {
  const [membership] = await tx.run(membershipState(networkId, institutionId));
  if (!membership) throw new DomainError('not_found');
  if (membership.state === 'suspended') throw new DomainError('membership_suspended', {}, 'institutionId');
  return membership;
}

// Who stands at the door takes part on site.
// Where one chooses half-days, who comes to one has that one.
function asked(
  training: LockedTraining,
  sessionId: string,
  {
    institutionId,
    language,
    requestKey,
    ...person
  }: Omit<z.output<typeof WalkIn>, 'trainingId' | 'sessionId'>,
) {
  return Registration.parse({
    trainingId: training.id,
    institutionId,
    places: [person],
    mode: training.mode === 'hybrid' ? 'onsite' : null,
    language,
    requestKey,
    sessionIds: [sessionId],
  });
}
