import { createHash } from 'node:crypto';
import { type MarkToWrite, writeMarks } from '@tessera/db/attendance.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { findSeat, seatById } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { readConfidential, sealOf } from '../privacy/seal.server.ts';
import { openSession, requireAttendance } from './mark.server.ts';
import { maySign } from './rules.ts';
import type { EvidenceId, Signature, SigningSeat } from './schema.ts';

/** What somebody gave: the line that they drew, or the name that they typed. */
export type GivenSignature = { path: string } | { name: string };

/** Who is about to sign on the device of the door. */
export async function signingPage(
  ctx: Acting,
  { trainingId, sessionId, seatId }: z.output<typeof SigningSeat>,
) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    await openSession(tx, ctx, { trainingId, sessionId });
    const [[known], [seat]] = await Promise.all([
      tx.run(findSeat(networkId, seatId)),
      tx.run(seatById(networkId, seatId, ctx.language)),
    ]);
    if (!seat || known?.trainingId !== trainingId) throw new DomainError('not_found');
    return seat;
  });
}

/**
 * Keeps what somebody signs on the device of the door, sealed, with its hash. Who had no mark is marked as there.
 * @throws DomainError not_found, session_not_started, attendance_locked, signature_needed, seat_not_confirmed,
 *   signature_absent, signature_given
 */
export async function sign(
  ctx: Acting,
  { trainingId, sessionId, seatId, ...given }: z.output<typeof Signature>,
): Promise<{ evidenceId: string }> {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  const signature = signatureIn(given);
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    const session = await openSession(tx, ctx, { trainingId, sessionId });
    const [seat, mark, before] = await Promise.all([
      tx.prisma.seat.findFirst({ where: { networkId, trainingId, id: seatId, state: 'confirmed' } }),
      tx.prisma.attendanceRecord.findFirst({ where: { networkId, sessionId, seatId } }),
      tx.prisma.attendanceEvidence.findFirst({
        where: { networkId, sessionId, seatId, kind: 'drawn_signature', withdrawnAt: null },
      }),
    ]);
    if (!seat?.participantId) throw new DomainError('seat_not_confirmed');
    if (!maySign(mark?.state)) throw new DomainError('signature_absent');
    if (before) throw new DomainError('signature_given');
    const evidenceId = newId();
    const text = JSON.stringify(signature);
    const seal = await sealOf(tx, networkId, ctx.now);
    await tx.prisma.attendanceEvidence.create({
      data: {
        id: evidenceId,
        networkId,
        trainingId,
        sessionId,
        seatId,
        kind: 'drawn_signature',
        // With its own id, so that two people of one name have two hashes.
        sha256: createHash('sha256').update(`${evidenceId}${text}`).digest('hex'),
        signature: seal('attendance_evidence.signature', evidenceId, text),
        keptAt: ctx.now,
        keptById: personId,
      },
    });
    if (!mark) {
      const present: MarkToWrite = {
        changeId: newId(),
        seatId,
        state: 'present',
        inAt: ctx.now < session.endsAt ? ctx.now : null,
        evidence: 'drawn_signature',
        way: 'sheet',
      };
      await tx.run(
        writeMarks(networkId, trainingId, sessionId, JSON.stringify([present]), personId, ctx.now),
      );
    }
    await recordEvent(tx, {
      networkId,
      kind: 'attendance.evidence_kept',
      object: ['training', trainingId],
      actorId: personId,
      at: ctx.now,
      payload: { sessionId, evidenceId, what: 'drawn_signature' },
    });
    return { evidenceId };
  });
}

/**
 * Opens a signature for those who keep the list; that it was opened is written down.
 * @returns null when it is not there any more
 * @throws DomainError not_found
 */
export async function openSignature(
  ctx: Acting,
  { trainingId, sessionId, evidenceId }: z.output<typeof EvidenceId>,
): Promise<GivenSignature | null> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    const row = await tx.prisma.attendanceEvidence.findFirst({
      where: { networkId, trainingId, sessionId, id: evidenceId, kind: 'drawn_signature', withdrawnAt: null },
      select: { signature: true, seat: { select: { participant: { select: { personId: true } } } } },
    });
    if (!row) throw new DomainError('not_found');
    const opened = await readConfidential(tx, {
      networkId,
      actorId: ctx.actor.personId,
      at: ctx.now,
      right: 'organiser',
      object: ['evidence', evidenceId],
      subjectPersonId: row.seat?.participant?.personId ?? null,
      fields: { 'attendance_evidence.signature': row.signature },
    });
    const signature = opened['attendance_evidence.signature'];
    return signature.state === 'open' ? (JSON.parse(signature.text) as GivenSignature) : null;
  });
}

function signatureIn({
  path,
  name,
  isConfirmed,
}: {
  path: string;
  name: string;
  isConfirmed: boolean;
}): GivenSignature {
  if (path) return { path };
  if (name && isConfirmed) return { name };
  throw new DomainError('signature_needed', {}, 'name');
}
