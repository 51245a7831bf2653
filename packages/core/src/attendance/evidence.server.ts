import { createHash } from 'node:crypto';
import { sessionLocks } from '@tessera/db/attendance.server.ts';
import {
  type EvidenceRow,
  type KeptFile,
  peopleOnline,
  scannedList,
  standingEvidence,
  withdrawEvidence,
} from '@tessera/db/evidence.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { readTraining } from '../trainings/queries.server.ts';
import { openSession, requireAttendance } from './mark.server.ts';
import { opensAt, presenceUntil } from './rules.ts';
import type { EvidenceId, FileToCheck, HalfDayId } from './schema.ts';

/** What proves the attendance of one half-day: the lists that were scanned, and whether more can be added. */
export async function evidence(ctx: Acting, { trainingId, sessionId }: z.output<typeof HalfDayId>) {
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    const training = await readTraining(tx, ctx, trainingId);
    const session = training.sessions.find(({ id }) => id === sessionId);
    if (!session) throw new DomainError('not_found');
    const [rows, locks, online, asked] = await Promise.all([
      tx.run(standingEvidence(ctx.network.id, trainingId)),
      tx.run(sessionLocks(ctx.network.id, trainingId)),
      tx.run(peopleOnline(ctx.network.id, trainingId, sessionId)),
      tx.prisma.trainingSession.findFirst({
        where: { networkId: ctx.network.id, id: sessionId },
        select: { presenceAskedAt: true },
      }),
    ]);
    const isLocked = locks.some((lock) => lock.sessionId === sessionId);
    const own = rows.filter((row) => row.sessionId === sessionId);
    const { id, title, timeZone } = training;
    return {
      training: { id, title, timeZone },
      session,
      lists: own.filter(({ kind }) => kind === 'scanned_list'),
      signatures: own.filter(({ kind }) => kind === 'drawn_signature'),
      /** What those who take part online say themselves, asked by mail */
      presence: {
        people: online.length,
        askedAt: asked?.presenceAskedAt ?? null,
        until: asked?.presenceAskedAt ? presenceUntil(asked.presenceAskedAt) : null,
        canAsk: !isLocked && !asked?.presenceAskedAt && online.length > 0 && ctx.now >= session.endsAt,
        given: own.filter(({ kind }) => kind === 'email_confirmation'),
      },
      isLocked,
      isOpen: !isLocked && ctx.now >= opensAt(session.startsAt),
    };
  });
}

/**
 * Where the file of a scanned list lies, for those who keep the list of the training.
 * @throws DomainError not_found, not_allowed
 */
export async function evidenceFile(
  ctx: Acting,
  { trainingId, evidenceId }: z.output<typeof EvidenceId>,
): Promise<KeptFile> {
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    const [file] = await tx.run(scannedList(ctx.network.id, trainingId, evidenceId));
    if (!file) throw new DomainError('not_found');
    return file;
  });
}

/**
 * Compares a file with the lists that are kept for a training. The file is read once and not kept.
 * @returns its hash, and the list that it is, byte for byte
 */
export async function checkEvidence(
  ctx: Acting,
  { trainingId, content }: z.output<typeof FileToCheck>,
): Promise<{ sha256: string; match: EvidenceRow | null }> {
  const rows = await ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    return tx.run(standingEvidence(ctx.network.id, trainingId));
  });
  const hash = createHash('sha256');
  for await (const chunk of content) hash.update(chunk);
  const sha256 = hash.digest('hex');
  return { sha256, match: rows.find((row) => row.kind === 'scanned_list' && row.sha256 === sha256) ?? null };
}

/**
 * Takes back a proof that was kept by mistake, while the list is open. That it was there stays on record.
 * @throws DomainError not_found, attendance_locked
 */
export async function withdraw(
  ctx: Acting,
  { trainingId, sessionId, evidenceId }: z.output<typeof EvidenceId>,
): Promise<void> {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  await ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    await openSession(tx, ctx, { trainingId, sessionId });
    const [taken] = await tx.run(
      withdrawEvidence(networkId, trainingId, sessionId, evidenceId, personId, ctx.now, ctx.realNow),
    );
    if (!taken) throw new DomainError('not_found');
    await recordEvent(tx, {
      networkId,
      kind: 'attendance.evidence_withdrawn',
      object: ['training', trainingId],
      actorId: personId,
      at: ctx.now,
      payload: { sessionId, evidenceId, what: taken.kind },
    });
  });
}
