import { lineOf, lockTree, movesOf } from '@tessera/db/founding.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { inScope, speakFor, type Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import { kindsUnder } from './kinds.ts';
import type { MoveAnswer, MoveRequest } from './schema.ts';

/** The open moves of a network and what its coordinator can do about each. */
export async function moves(ctx: Acting) {
  const rows = await ctx.transaction((tx) => tx.run(movesOf(ctx.network.id, ctx.language)));
  return {
    moves: rows.map((row) => {
      const isChild = row.childCode === ctx.network.code;
      const isParent = row.parentCode === ctx.network.code;
      const isAsking = row.isAskedByChild ? isChild : isParent;
      return {
        ...row,
        step: isAsking
          ? ('withdraw' as const)
          : isChild || isParent
            ? ('answer' as const)
            : ('none' as const),
      };
    }),
  };
}

/**
 * Asks for a move of a network under another parent. The own network is the one that moves or its new parent; the other
 * side decides.
 * @throws DomainError network_draft, network_unknown, network_kind_unfit, network_cycle, move_open
 */
export async function requestMove(ctx: Acting, input: z.output<typeof MoveRequest>): Promise<void> {
  if (ctx.network.state === 'draft') throw new DomainError('network_draft');
  const other = await inScope({}, (tx) =>
    tx.prisma.network.findFirst({
      where: { code: input.other, kind: { not: 'platform' }, state: { in: ['active', 'suspended'] } },
      select: { id: true },
    }),
  );
  if (!other || other.id === ctx.network.id) throw new DomainError('network_unknown', {}, 'other');
  const isAskedByChild = input.as === 'child';
  const [childId, parentId] = isAskedByChild ? [ctx.network.id, other.id] : [other.id, ctx.network.id];
  await inTree(ctx, async (tx) => {
    // The row is the moving network's own; the side that asks is checked above to be this one.
    await speakFor(tx, childId);
    const { child } = await checkFit(tx, childId, parentId, 'other');
    if (child.parentId === parentId) throw new DomainError('network_unknown', {}, 'other');
    const open = await tx.prisma.networkMove.findFirst({ where: { networkId: childId, state: 'requested' } });
    if (open) throw new DomainError('move_open', {}, 'other');
    await tx.prisma.networkMove.create({
      data: {
        id: newId(),
        networkId: childId,
        oldParentId: child.parentId,
        newParentId: parentId,
        isAskedByChild,
        requestedAt: ctx.now,
      },
    });
    await tell(tx, ctx, 'move.requested', childId, [childId, parentId]);
  });
}

/**
 * Accepts, declines or withdraws a move. Accepting puts the network under its new parent; the old parent is told.
 * @throws DomainError move_changed when it is no longer open or the tree changed meanwhile, network_cycle,
 * network_kind_unfit
 */
export async function answerMove(ctx: Acting, input: z.output<typeof MoveAnswer>): Promise<void> {
  const { child: childCode, answer } = input;
  await inTree(ctx, async (tx) => {
    const moving = await tx.prisma.network.findFirst({ where: { code: childCode }, select: { id: true } });
    if (!moving) throw new DomainError('move_changed');
    const move = await tx.prisma.networkMove.findFirst({
      where: { networkId: moving.id, state: 'requested' },
    });
    const isChild = moving.id === ctx.network.id;
    const isAsking = move?.isAskedByChild ? isChild : move?.newParentId === ctx.network.id;
    const isPart = move !== null && (isChild || move.newParentId === ctx.network.id);
    if (!isPart || isAsking !== (answer === 'withdraw')) throw new DomainError('move_changed');
    const { newParentId, oldParentId } = move;
    await speakFor(tx, moving.id);
    if (answer === 'accept') {
      const { child } = await checkFit(tx, moving.id, newParentId);
      if (child.parentId !== oldParentId) throw new DomainError('move_changed');
      await tx.prisma.network.update({ where: { id: moving.id }, data: { parentId: newParentId } });
    }
    const states = { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' } as const;
    await tx.prisma.networkMove.updateMany({
      where: { networkId: moving.id, id: move.id },
      data: { state: states[answer], decidedAt: ctx.now },
    });
    if (answer !== 'accept') {
      const kind = answer === 'decline' ? 'move.declined' : 'move.withdrawn';
      return tell(tx, ctx, kind, moving.id, [moving.id, newParentId]);
    }
    await tell(tx, ctx, 'move.moved', moving.id, [moving.id]);
    await tell(tx, ctx, 'move.joined', moving.id, [newParentId]);
    if (oldParentId) await tell(tx, ctx, 'move.left', moving.id, [oldParentId]);
  });
}

function inTree(ctx: Acting, work: (tx: Transaction) => Promise<void>): Promise<void> {
  return ctx.transaction(async (tx) => {
    await tx.run(lockTree());
    await work(tx);
  });
}

async function checkFit(tx: Transaction, childId: string, parentId: string, field?: string) {
  const above = await tx.run(lineOf(parentId));
  if (above.some(({ id }) => id === childId)) throw new DomainError('network_cycle', {}, field);
  const select = { id: true, kind: true, parentId: true } as const;
  const child = await tx.prisma.network.findFirst({ where: { id: childId }, select });
  const parent = await tx.prisma.network.findFirst({ where: { id: parentId }, select });
  if (!child || !parent) throw new DomainError('network_unknown', {}, field);
  if (!(kindsUnder(parent.kind) as readonly string[]).includes(child.kind))
    throw new DomainError('network_kind_unfit', {}, field);
  return { child, parent };
}

// Each network keeps its own history, on its own clock.
async function tell(
  tx: Transaction,
  ctx: Acting,
  kind: NewEvent['kind'],
  movingId: string,
  networkIds: readonly string[],
): Promise<void> {
  for (const networkId of networkIds) {
    const network = await tx.prisma.network.findFirst({
      where: { id: networkId },
      select: { clockOffset: true },
    });
    await speakFor(tx, networkId);
    await recordEvent(tx, {
      networkId,
      kind,
      object: ['network', movingId],
      actorId: ctx.actor.personId,
      at: new Date(ctx.now.getTime() + ((network?.clockOffset ?? 0) - ctx.network.clockOffset) * 1000),
      payload: { network: movingId },
    });
  }
}
