import { createHash } from 'node:crypto';
import { type MarkToWrite, sessionLocks, writeMarks } from '@tessera/db/attendance.server.ts';
import { peopleOnline } from '@tessera/db/evidence.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { inNetwork, type Transaction } from '@tessera/db/scope.server.ts';
import { findSeat, seatById } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import type { Acting, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { isLinkToken, linkToken } from '../identity/secrets.server.ts';
import { openSession, requireAttendance } from './mark.server.ts';
import { presenceUntil } from './rules.ts';
import type { HalfDayId, PresenceLink } from './schema.ts';

type Link = z.output<typeof PresenceLink>;
type Holder = { sessionId: string; seatId: string; participantId: string | null };

/** The token of the link "I took part". It belongs to one half-day and to who holds the seat now. */
export function presenceToken(holder: Holder): string {
  return linkToken('presence', nameOf(holder));
}

const nameOf = ({ sessionId, seatId, participantId }: Holder) =>
  `${sessionId}:${seatId}:${participantId ?? ''}`;

/**
 * Asks everyone who has a seat in a half-day that is over and takes part online to confirm by mail that they were there;
 * once for each half-day.
 * @returns how many people are asked
 * @throws DomainError not_found, attendance_locked, presence_too_early, presence_asked, presence_nobody
 */
export async function askPresence(ctx: Acting, at: z.output<typeof HalfDayId>): Promise<{ asked: number }> {
  const networkId = ctx.network.id;
  const { trainingId, sessionId } = at;
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    const session = await openSession(tx, ctx, at);
    if (ctx.now < session.endsAt) throw new DomainError('presence_too_early');
    const people = await tx.run(peopleOnline(networkId, trainingId, sessionId));
    if (people.length === 0) throw new DomainError('presence_nobody');
    const { count } = await tx.prisma.trainingSession.updateMany({
      where: { networkId, id: sessionId, presenceAskedAt: null },
      data: { presenceAskedAt: ctx.now },
    });
    if (count === 0) throw new DomainError('presence_asked');
    await recordEvent(tx, {
      networkId,
      kind: 'attendance.presence_asked',
      object: ['training', trainingId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { sessionId, asked: people.length },
    });
    return { asked: people.length };
  });
}

/**
 * What the holder of a link sees before saying that they took part.
 * @throws DomainError not_found for a wrong link
 */
export async function presencePage(ctx: NetworkContext, link: Link) {
  const networkId = ctx.network.id;
  return inNetwork(networkId, async (tx) => {
    const { trainingId, session, until } = await halfDayBehind(tx, networkId, link);
    const [[seat], locks, given] = await Promise.all([
      tx.run(seatById(networkId, link.seatId, ctx.language)),
      tx.run(sessionLocks(networkId, trainingId)),
      tx.prisma.attendanceEvidence.findFirst({ where: proofOf(networkId, link), select: { keptAt: true } }),
    ]);
    if (!seat) throw new DomainError('not_found');
    const isLocked = locks.some(({ sessionId }) => sessionId === link.sessionId);
    const { givenName, familyName, nameOrder, trainingTitle, timeZone } = seat;
    return {
      title: trainingTitle,
      timeZone,
      name: givenName === null || familyName === null ? null : { givenName, familyName, nameOrder },
      session,
      until,
      givenAt: given?.keptAt ?? null,
      state: given ? 'given' : ctx.now > until ? 'expired' : isLocked ? 'locked' : 'open',
    } as const;
  });
}

/**
 * Keeps that somebody says they took part, with its hash. Who had no mark is marked as there; a mark that a trainer gave
 * stays, and the list shows that the two differ. Saying it again changes nothing.
 * @throws DomainError not_found, link_expired, attendance_locked, seat_not_confirmed
 */
export async function confirmPresence(ctx: NetworkContext, link: Link): Promise<{ isNew: boolean }> {
  const networkId = ctx.network.id;
  const { sessionId, seatId } = link;
  return inNetwork(networkId, async (tx) => {
    const { trainingId, participantId, until } = await halfDayBehind(tx, networkId, link);
    await openSession(tx, ctx, { trainingId, sessionId });
    const before = await tx.prisma.attendanceEvidence.findFirst({ where: proofOf(networkId, link) });
    if (before) return { isNew: false };
    if (ctx.now > until) throw new DomainError('link_expired');
    const seat = await tx.prisma.seat.findFirst({ where: { networkId, id: seatId, state: 'confirmed' } });
    if (!seat) throw new DomainError('seat_not_confirmed');
    const evidenceId = newId();
    const said = [evidenceId, trainingId, sessionId, seatId, participantId, ctx.now.toISOString()].join('|');
    await tx.prisma.attendanceEvidence.create({
      data: {
        id: evidenceId,
        networkId,
        trainingId,
        sessionId,
        seatId,
        kind: 'email_confirmation',
        sha256: createHash('sha256').update(said).digest('hex'),
        keptAt: ctx.now,
      },
    });
    const mark = await tx.prisma.attendanceRecord.findFirst({ where: { networkId, sessionId, seatId } });
    if (!mark) {
      const present: MarkToWrite = {
        changeId: newId(),
        seatId,
        state: 'present',
        evidence: 'email_confirmation',
        way: 'mail',
      };
      await tx.run(writeMarks(networkId, trainingId, sessionId, JSON.stringify([present]), null, ctx.now));
    }
    await recordEvent(tx, {
      networkId,
      kind: 'attendance.evidence_kept',
      object: ['training', trainingId],
      actorId: null,
      at: ctx.now,
      payload: { sessionId, evidenceId, what: 'email_confirmation' },
    });
    return { isNew: true };
  });
}

// One that was taken back is not given a second time by the same link.
const proofOf = (networkId: string, { sessionId, seatId }: Link) => ({
  networkId,
  sessionId,
  seatId,
  kind: 'email_confirmation',
});

/** Whose half-day a link speaks of; nothing of it is told before the link is known to be right. */
async function halfDayBehind(tx: Transaction, networkId: string, link: Link) {
  const { sessionId, seatId, token } = link;
  const [seat] = await tx.run(findSeat(networkId, seatId));
  if (!seat || !isLinkToken('presence', nameOf({ ...seat, sessionId, seatId }), token))
    throw new DomainError('not_found');
  const session = await tx.prisma.trainingSession.findFirst({
    where: { networkId, trainingId: seat.trainingId, id: sessionId },
    select: { startsAt: true, endsAt: true, halfDay: true, presenceAskedAt: true },
  });
  if (!session?.presenceAskedAt) throw new DomainError('not_found');
  const { presenceAskedAt, ...times } = session;
  return {
    trainingId: seat.trainingId,
    participantId: seat.participantId,
    session: { ...times, halfDay: times.halfDay as 'am' | 'pm' },
    until: presenceUntil(presenceAskedAt),
  };
}
