import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { type ScanMime, scanMime } from '@tessera/files/scan.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { bytesUpTo, keepStored } from '../files/keep.server.ts';
import { openSession, requireAttendance } from './mark.server.ts';
import { maxListBytes } from './rules.ts';
import type { SignedList } from './schema.ts';

type Scan = { name: string; mime: ScanMime; bytes: Buffer };

/**
 * Keeps the signed list of a half-day as it was scanned, byte for byte, with its hash.
 * @throws DomainError not_found, session_not_started, attendance_locked, file_empty, file_too_large, list_type,
 *   list_kept_before
 */
export async function keepList(
  ctx: Acting,
  { content, name, ...at }: z.output<typeof SignedList>,
): Promise<{ evidenceId: string; sha256: string }> {
  // Who may not keep it is told before the file is read.
  await ctx.transaction((tx) => openFor(tx, ctx, at));
  const tooLarge = new DomainError('file_too_large', { megabytes: maxListBytes / 1_000_000 }, 'file');
  const scan = scanOf(name, await bytesUpTo(maxListBytes, content, tooLarge));
  const file = { ...scan, kind: 'attendance_list', deleteAfter: null, field: 'file' };
  return keepStored(ctx, file, async (tx, kept) => {
    await openFor(tx, ctx, at);
    return write(tx, ctx, at, kept);
  });
}

type HalfDay = { trainingId: string; sessionId: string };

async function openFor(tx: Transaction, ctx: Acting, at: HalfDay): Promise<void> {
  await requireAttendance(tx, ctx, at.trainingId);
  await openSession(tx, ctx, at);
}

function scanOf(name: string, bytes: Buffer): Scan {
  if (bytes.length === 0) throw new DomainError('file_empty', {}, 'file');
  const mime = scanMime(bytes);
  if (!mime) throw new DomainError('list_type', {}, 'file');
  return { name, mime, bytes };
}

async function write(
  tx: Transaction,
  ctx: Acting,
  { trainingId, sessionId }: HalfDay,
  { fileId, sha256 }: { fileId: string; sha256: string },
) {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  // Asked while the half-day is held, so that the same list sent twice at once is kept once.
  const before = await tx.prisma.attendanceEvidence.findFirst({
    where: { networkId, sessionId, kind: 'scanned_list', sha256, withdrawnAt: null },
  });
  if (before) throw new DomainError('list_kept_before', {}, 'file');
  const evidenceId = newId();
  await tx.prisma.attendanceEvidence.create({
    data: {
      id: evidenceId,
      networkId,
      trainingId,
      sessionId,
      kind: 'scanned_list',
      sha256,
      fileId,
      keptAt: ctx.now,
      keptById: personId,
    },
  });
  await recordEvent(tx, {
    networkId,
    kind: 'attendance.evidence_kept',
    object: ['training', trainingId],
    actorId: personId,
    at: ctx.now,
    payload: { sessionId, evidenceId, what: 'scanned_list' },
  });
  return { evidenceId, sha256 };
}
