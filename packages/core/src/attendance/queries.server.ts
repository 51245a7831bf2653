import {
  attendanceChanges,
  attendanceLocks,
  attendanceSheet,
  sessionLocks,
} from '@tessera/db/attendance.server.ts';
import { openConflicts, roster as rosterStatement } from '@tessera/db/check-in.server.ts';
import { standingEvidence } from '@tessera/db/evidence.server.ts';
import { fundersOn } from '@tessera/db/phases.server.ts';
import { findSeat, seatById } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import { dayOf } from '../clock/zoned-time.ts';
import { type Acting, allows } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { checkInCode, checkInHash } from '../identity/secrets.server.ts';
import { requireOnSeat } from '../seats/cancel.server.ts';
import { readTraining, type TrainingView } from '../trainings/queries.server.ts';
import { requireAttendance } from './mark.server.ts';
import { isListed, lengthOf, opensAt } from './rules.ts';
import type { HalfDayId, ListRequest } from './schema.ts';

/** The list of a training: its half-days, which of them are locked, everyone with a seat, every mark. */
export async function sheet(ctx: Acting, trainingId: string) {
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    const [training, rows, locks, evidence, certificates] = await Promise.all([
      readTraining(tx, ctx, trainingId),
      tx.run(attendanceSheet(ctx.network.id, trainingId, [ctx.language, ctx.network.defaultLanguage, 'en'])),
      tx.run(sessionLocks(ctx.network.id, trainingId)),
      tx.run(standingEvidence(ctx.network.id, trainingId)),
      tx.prisma.certificate.count({ where: { networkId: ctx.network.id, trainingId, state: 'issued' } }),
    ]);
    return {
      training,
      rows,
      sessions: sessionsOf(ctx, training).map((session) => ({
        ...session,
        lock: locks.find(({ sessionId }) => sessionId === session.id) ?? null,
        /** The signed lists that were scanned, and what single people signed */
        evidence: evidence
          .filter(({ sessionId }) => sessionId === session.id)
          .map(({ kind, seatId, sha256 }) => ({ kind, seatId, sha256 })),
      })),
      certificates,
      canReopen: allows(ctx, 'attendance.reopen', { objectId: trainingId }),
    };
  });
}

function sessionsOf(ctx: Acting, training: TrainingView) {
  return training.sessions.map((session) => ({
    ...session,
    opensAt: opensAt(session.startsAt),
    isOpen: ctx.now >= opensAt(session.startsAt),
    length: lengthOf(session),
  }));
}

const mostChanges = 500;

/** What changed in the list of a half-day, who locked it, why it was opened again, and what the door recorded beside it. */
export async function trail(ctx: Acting, { trainingId, sessionId }: z.output<typeof HalfDayId>) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    const training = await readTraining(tx, ctx, trainingId);
    const session = training.sessions.find(({ id }) => id === sessionId);
    if (!session) throw new DomainError('not_found');
    const [changes, locks, conflicts] = await Promise.all([
      tx.run(attendanceChanges(networkId, trainingId, sessionId, mostChanges)),
      tx.run(attendanceLocks(networkId, trainingId, sessionId)),
      tx.run(openConflicts(networkId, trainingId, sessionId)),
    ]);
    return { training, session, changes, locks, conflicts };
  });
}

/** A list is kept on a phone until a day after the event. */
const keptFor = 24 * 3_600_000;

/** What a door needs on the phone and nothing else: whom it expects, by a hash of their code. */
export async function roster(ctx: Acting, trainingId: string) {
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    const training = await readTraining(tx, ctx, trainingId);
    const rows = await tx.run(
      rosterStatement(ctx.network.id, trainingId, [ctx.language, ctx.network.defaultLanguage, 'en']),
    );
    const shift = ctx.now.getTime() - ctx.realNow.getTime();
    return {
      /** By the real clock, which the phone goes by */
      keptUntil: new Date(training.endsAt.getTime() - shift + keptFor),
      people: rows.map((row) => ({ ...row, hash: checkInHash(row.seatId) })),
    };
  });
}

/** The page of a door: the training and its half-days, without a word about people. */
export async function door(ctx: Acting, trainingId: string) {
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    const training = await readTraining(tx, ctx, trainingId);
    return { training, sessions: sessionsOf(ctx, training) };
  });
}

/** The codes of everyone with a confirmed seat, to print. */
export async function passes(ctx: Acting, trainingId: string) {
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    const training = await readTraining(tx, ctx, trainingId);
    const rows = await tx.run(
      rosterStatement(ctx.network.id, trainingId, [ctx.language, ctx.network.defaultLanguage, 'en']),
    );
    return { training, people: rows.map((row) => ({ ...row, code: checkInCode(row.seatId) })) };
  });
}

/**
 * The code of one confirmed seat, for those who may change the seat; none for a seat that holds no place yet.
 * @throws DomainError not_found
 */
export async function pass(ctx: Acting, seatId: string): Promise<{ code: string | null }> {
  return ctx.transaction(async (tx) => {
    const [[rights], [seat]] = await Promise.all([
      tx.run(findSeat(ctx.network.id, seatId)),
      tx.run(seatById(ctx.network.id, seatId, ctx.language)),
    ]);
    if (!rights || !seat) throw new DomainError('not_found');
    requireOnSeat(ctx, rights);
    return { code: seat.state === 'confirmed' && ctx.now < seat.endsAt ? checkInCode(seatId) : null };
  });
}

/** What the printed list of one half-day holds, in one or two languages. */
export async function printedList(ctx: Acting, input: z.output<typeof ListRequest>) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, input.trainingId);
    const training = await readTraining(tx, ctx, input.trainingId);
    const session = training.sessions.find(({ id }) => id === input.sessionId);
    if (!session) throw new DomainError('not_found');
    const [rows, evidence, funders] = await Promise.all([
      tx.run(
        attendanceSheet(networkId, input.trainingId, [...input.languages, ctx.network.defaultLanguage, 'en']),
      ),
      tx.run(standingEvidence(networkId, input.trainingId)),
      tx.run(fundersOn(networkId, dayOf(session.startsAt, ctx.network.timeZone))),
    ]);
    return {
      training,
      session,
      rows: rows.filter((row) => isListed(row, session.id)),
      evidence: evidence.filter(({ sessionId }) => sessionId === session.id),
      funders: funders.map(({ name }) => name),
      networkName: ctx.network.name,
      titles: input.languages.map(
        (language) =>
          (training.texts.find((text) => text.language === language) ?? training.texts[0])?.title ?? '',
      ),
    };
  });
}
