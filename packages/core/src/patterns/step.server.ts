import { holdRun } from '@tessera/db/patterns.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { FileMissing } from '@tessera/files/key.ts';
import { ZodError } from 'zod';
import { DomainError } from '../errors.ts';
import type { Copying, Found, Made } from './part.ts';
import { parts } from './parts/all.server.ts';
import { markOf } from './rules.ts';
import type { PatternKind, PatternReason } from './terms.ts';

type Place = { position: number; progress: number };

/**
 * Copies one thing and notes what came of it, in one transaction. What is noted is not done again.
 * @returns whether the run still goes on
 */
export async function copyOne(
  copying: Copying,
  kind: PatternKind,
  found: Found,
  place: Place,
): Promise<boolean> {
  const { target } = copying;
  if (await target.transaction((tx) => isNoted(tx, copying, kind, found.key))) return isGoingOn(copying);
  try {
    await found.prepare?.();
    return await target.transaction((tx) => write(tx, copying, kind, found, place));
  } catch (error) {
    const reason = refusalOf(error);
    if (!reason) throw error;
    const refused = { key: found.key, title: found.title, leftOut: reason };
    return target.transaction((tx) => write(tx, copying, kind, refused, place));
  }
}

// Stands for all of a kind.
const wholeKind = '*';

/** Whether it is noted that the new network had something of a kind already: then nothing of it is copied, however often. */
export function isKindDone(copying: Copying, kind: PatternKind): Promise<boolean> {
  return copying.target.transaction((tx) => isNoted(tx, copying, kind, wholeKind));
}

/** Notes that the new network has something of a kind already. */
export async function noteKindThere(copying: Copying, kind: PatternKind): Promise<void> {
  const all = { key: wholeKind, title: kind, leftOut: 'there_already' as const };
  await copying.target.transaction((tx) => write(tx, copying, kind, all, { position: 0, progress: 0 }));
}

export async function isGoingOn({ runId, target }: Copying): Promise<boolean> {
  const where = { networkId: target.network.id, id: runId, state: 'running' };
  return (await target.transaction(({ prisma }) => prisma.patternRun.count({ where }))) > 0;
}

async function write(
  tx: Transaction,
  copying: Copying,
  kind: PatternKind,
  found: Found,
  { position, progress }: Place,
): Promise<boolean> {
  const networkId = copying.target.network.id;
  const { runId } = copying;
  // Of two workers the second waits here, and then sees the note of the first.
  const [held] = await tx.run(holdRun(networkId, runId));
  if (!held) return false;
  if (await isNoted(tx, copying, kind, found.key)) return true;
  const made = await found.copy?.(tx);
  const { objectId = null, before, notes = [] } = made ?? ({} as Made);
  const item = { sourceKey: found.key, objectId, before: before ?? null };
  const mark = made ? markOf(await parts[kind].rows(tx, networkId, item)) : '';
  await tx.prisma.patternItem.createMany({
    data: [
      {
        networkId,
        runId,
        kind,
        sourceKey: found.key,
        objectId,
        position,
        title: found.title,
        outcome: outcomeOf(found),
        reason: found.leftOut ?? '',
        mark,
        ...(found.words && { words: found.words }),
        ...(before && { before }),
      },
      ...notes.slice(0, 99).map(({ title, reason }, index) => ({
        networkId,
        runId,
        kind,
        sourceKey: `${found.key} ${index + 1}`,
        // It leads to the copy in which it stands.
        objectId,
        position: position + index + 1,
        title,
        outcome: 'left_out',
        reason,
      })),
    ],
  });
  const where = { networkId, id: runId };
  const more = progress > 0 ? { progress } : {};
  await tx.prisma.patternRun.updateMany({ where, data: { ...more, changedAt: copying.target.now } });
  return true;
}

function outcomeOf({ words, leftOut }: Found): string {
  if (leftOut) return leftOut === 'there_already' || leftOut === 'refused' ? 'skipped' : 'left_out';
  return words ? 'waiting' : 'copied';
}

async function isNoted(tx: Transaction, { runId, target }: Copying, kind: string, sourceKey: string) {
  const where = { networkId: target.network.id, runId, kind, sourceKey };
  return (await tx.prisma.patternItem.count({ where })) > 0;
}

const uniqueViolated = 'P2002';

/** Why a thing does not fit into the new network; null for what is a fault of the program or of the machine. */
function refusalOf(error: unknown): PatternReason | null {
  if (error instanceof DomainError)
    return ['state_changed', 'code_taken'].includes(error.code) ? 'there_already' : 'refused';
  if ((error as { code?: unknown })?.code === uniqueViolated) return 'there_already';
  if (error instanceof FileMissing) return 'file_gone';
  return error instanceof ZodError ? 'refused' : null;
}
