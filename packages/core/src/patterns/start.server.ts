import { newId } from '@tessera/db/id.server.ts';
import { lockPatterns } from '@tessera/db/patterns.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { findRun } from './queries.server.ts';
import type { PatternStart } from './schema.ts';
import { ownSource } from './sides.server.ts';
import { type PatternKind, patternKinds } from './terms.ts';

/**
 * Asks for a copy of what another network has; a worker makes it. Of two at once one is taken, the other learns of it.
 * @throws DomainError network_unknown for a network whose settings the actor does not read, pattern_nothing_chosen,
 *   pattern_running
 */
export async function startPattern(
  ctx: Acting,
  { like: code, kinds }: z.output<typeof PatternStart>,
): Promise<{ runId: string }> {
  const source = await ownSource(ctx.actor.personId, code, ctx.realNow);
  if (!source || source.network.id === ctx.network.id) throw new DomainError('network_unknown', {}, 'like');
  const by = { networkId: ctx.network.id, actorId: ctx.actor.personId, now: ctx.now };
  const runId = await ctx.transaction((tx) =>
    beginRun(tx, by, { sourceId: source.network.id, kinds, isOffered: false }),
  );
  return { runId };
}

/**
 * Writes down what is asked for, in an open transaction of the new network.
 * @throws DomainError pattern_nothing_chosen, pattern_running
 */
export async function beginRun(
  tx: Transaction,
  { networkId, actorId, now }: { networkId: string; actorId: string; now: Date },
  { sourceId, kinds, isOffered }: { sourceId: string; kinds: readonly PatternKind[]; isOffered: boolean },
): Promise<string> {
  if (kinds.length === 0) throw new DomainError('pattern_nothing_chosen', {}, 'kinds');
  await tx.run(lockPatterns(networkId));
  const where = { networkId, state: 'running' };
  const running = await tx.prisma.patternRun.findFirst({ where, select: { id: true } });
  if (running) throw new DomainError('pattern_running');
  const id = newId();
  const inOrder = patternKinds.filter((kind) => kinds.includes(kind));
  const made = { createdAt: now, createdById: actorId, changedAt: now };
  await tx.prisma.patternRun.create({
    data: { id, networkId, sourceId, isOffered, kinds: inOrder, ...made },
  });
  await say(tx, { networkId, actorId, now }, id);
  return id;
}

/**
 * Asks again for a copy that has stopped; what is copied stays.
 * @throws DomainError not_found, pattern_moved_on when it has not stopped or somebody was faster, pattern_running while
 *   another one is made
 */
export async function resumePattern(ctx: Acting, runId: string): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    await tx.run(lockPatterns(networkId));
    const run = await findRun(tx, ctx, runId);
    if (!run.isStopped) throw new DomainError('pattern_moved_on');
    const others = { networkId, state: 'running', id: { not: runId } };
    if ((await tx.prisma.patternRun.count({ where: others })) > 0) throw new DomainError('pattern_running');
    await tx.prisma.patternRun.updateMany({
      where: { networkId, id: runId },
      data: { state: 'running', changedAt: ctx.now, finishedAt: null },
    });
    await say(tx, { networkId, actorId: ctx.actor.personId, now: ctx.now }, runId);
  });
}

async function say(
  tx: Transaction,
  { networkId, actorId, now }: { networkId: string; actorId: string; now: Date },
  runId: string,
): Promise<void> {
  await recordEvent(tx, { networkId, kind: 'pattern.asked', object: ['pattern', runId], actorId, at: now });
}
