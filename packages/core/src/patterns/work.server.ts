import { noticeEvent } from '@tessera/db/messages.server.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { recordEvent } from '../events/record.server.ts';
import type { Copying } from './part.ts';
import { parts } from './parts/all.server.ts';
import { sidesOf } from './sides.server.ts';
import { copyOne, isGoingOn, isKindDone, noteKindThere } from './step.server.ts';
import type { PatternFailure, PatternKind } from './terms.ts';

type Run = { id: string; networkId: string; sourceCode: string; personId: string; isOffered: boolean };

/**
 * Copies what was asked for, one thing in each transaction. Safe to run twice, at once and after a crash: a copy has an id
 * that follows from the run and from what it is a copy of, and what is noted is not done again. Before each kind it is asked
 * anew whether the one who wanted it may still read the one network and write in the other.
 * @param isLastAttempt whether nobody tries again by itself: then the copy has stopped, and can be asked for again or undone
 * @returns how many things the report tells of
 */
export async function answerPatternEvent(
  { networkId, eventId }: { networkId: string; eventId: string },
  realNow: Date,
  isLastAttempt = false,
): Promise<{ things: number }> {
  const [event] = await inNetwork(networkId, (tx) => tx.run(noticeEvent(networkId, eventId)));
  const row = event && (await findRunning(networkId, event.objectId));
  if (!event || !row?.createdById) return { things: 0 };
  const { id, isOffered, kinds, source, createdById: personId } = row;
  const run: Run = { id, networkId, sourceCode: source.code, personId, isOffered };
  const asked = { ...run, targetCode: event.network.code };
  const now = nowOf(event.network, realNow);
  try {
    const failure = await copyKinds(asked, kinds as PatternKind[], realNow);
    await end(run, now, failure ? 'failed' : 'done', failure);
  } catch (error) {
    if (isLastAttempt) await end(run, now, 'failed', '');
    throw error;
  }
  return {
    things: await inNetwork(networkId, ({ prisma }) =>
      prisma.patternItem.count({ where: { networkId, runId: id } }),
    ),
  };
}

function findRunning(networkId: string, id: string) {
  return inNetwork(networkId, ({ prisma }) =>
    prisma.patternRun.findFirst({
      where: { networkId, id, state: 'running' },
      include: { source: { select: { code: true } } },
    }),
  );
}

/** Copies one kind after the other. @returns why it ended early */
async function copyKinds(
  asked: Run & { targetCode: string },
  kinds: readonly PatternKind[],
  realNow: Date,
): Promise<PatternFailure | ''> {
  for (const [index, kind] of kinds.entries()) {
    const sides = await sidesOf(asked, realNow);
    if (typeof sides === 'string') return sides;
    const copying = { runId: asked.id, ...sides };
    if (!(await copyKind(copying, kind, index / kinds.length, 1 / kinds.length))) break;
  }
  return '';
}

/** Copies all of one kind. @returns whether the run still goes on */
async function copyKind(copying: Copying, kind: PatternKind, from: number, share: number): Promise<boolean> {
  const { source, target, runId } = copying;
  const networkId = target.network.id;
  if (await isKindDone(copying, kind)) return isGoingOn(copying);
  const isBegun = await target.transaction(({ prisma }) =>
    prisma.patternItem.findFirst({ where: { networkId, runId, kind }, select: { kind: true } }),
  );
  if (!isBegun && (await target.transaction((tx) => parts[kind].isThere(tx, target)))) {
    await noteKindThere(copying, kind);
    return isGoingOn(copying);
  }
  // In the name of the other network, for reading, with the right that was just looked at.
  const scope = { networkId: source.network.id, personId: target.actor.personId };
  const found = await inScope(scope, (tx) => parts[kind].find(tx, copying));
  for (const [index, thing] of found.entries()) {
    const progress = Math.floor(100 * (from + (share * (index + 1)) / found.length));
    if (!(await copyOne(copying, kind, thing, { position: index * 100, progress }))) return false;
  }
  return true;
}

async function end(
  run: Run,
  now: Date,
  state: 'done' | 'failed',
  failure: PatternFailure | '',
): Promise<void> {
  const { networkId, id } = run;
  await inNetwork(networkId, async (tx) => {
    const { count } = await tx.prisma.patternRun.updateMany({
      where: { networkId, id, state: 'running' },
      data: {
        state,
        failure,
        ...(state === 'done' || failure ? { progress: 100 } : {}),
        changedAt: now,
        finishedAt: now,
      },
    });
    // It ended before, or another worker was faster.
    if (count === 0) return;
    await recordEvent(tx, {
      networkId,
      kind: state === 'failed' ? 'pattern.stopped' : 'pattern.copied',
      object: ['pattern', id],
      actorId: run.personId,
      at: now,
    });
  });
}

function nowOf({ clockOffset }: { clockOffset: number }, realNow: Date): Date {
  return new Date(realNow.getTime() + clockOffset * 1000);
}
