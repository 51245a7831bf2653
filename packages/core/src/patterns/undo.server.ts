import { lockPatterns } from '@tessera/db/patterns.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { parts } from './parts/all.server.ts';
import { findRun } from './queries.server.ts';
import { markOf } from './rules.ts';
import { type PatternKind, patternKinds } from './terms.ts';

export type Blocker = { kind: PatternKind; title: string };

/**
 * Takes a copy back: all of it, or nothing where somebody has changed something of it since. Wordings that a coordinator said
 * yes to are that coordinator's, and stay.
 * @returns what stands in the way
 * @throws DomainError not_found, pattern_moved_on when it still goes on or was undone
 */
export async function undoPattern(ctx: Acting, runId: string): Promise<{ blockers: Blocker[] }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    await tx.run(lockPatterns(networkId));
    const { state } = await findRun(tx, ctx, runId);
    if (state !== 'done' && state !== 'failed') throw new DomainError('pattern_moved_on');
    const items = await copiedItems(tx, networkId, runId);
    const blockers: Blocker[] = [];
    for (const { kind, mark, title, ...item } of items) {
      const isAsCopied = markOf(await parts[kind].rows(tx, networkId, item)) === mark;
      if (!isAsCopied) blockers.push({ kind, title });
    }
    if (blockers.length > 0) return { blockers };
    for (const { kind, ...item } of items.toReversed()) await parts[kind].remove(tx, ctx, item);
    const { count } = await tx.prisma.patternRun.updateMany({
      where: { networkId, id: runId, state },
      data: { state: 'undone', changedAt: ctx.now },
    });
    if (count === 0) throw new DomainError('pattern_moved_on');
    await recordEvent(tx, {
      networkId,
      kind: 'pattern.undone',
      object: ['pattern', runId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { count: items.length },
    });
    return { blockers };
  });
}

async function copiedItems(tx: Transaction, networkId: string, runId: string) {
  const rows = await tx.prisma.patternItem.findMany({
    where: { networkId, runId, outcome: 'copied' },
    orderBy: { position: 'asc' },
    select: { kind: true, sourceKey: true, objectId: true, before: true, mark: true, title: true },
  });
  return rows
    .map((row) => ({ ...row, kind: row.kind as PatternKind }))
    .toSorted((one, other) => patternKinds.indexOf(one.kind) - patternKinds.indexOf(other.kind));
}
