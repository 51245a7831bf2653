import { resourceUses } from '@tessera/db/library.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, allows } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { dateOf, todayOf } from '../mentoring/note.server.ts';
import { type Locked, lockReadable, mayEdit, note } from './access.server.ts';
import { isDecision, isIn, lackingIn, type ResourceMove, stateAfter, usualReviewMonths } from './rules.ts';
import type { ResourceStep } from './schema.ts';

/**
 * Moves a resource on. With its publication and each check it holds until a day, its usual year when nobody names one.
 * @throws DomainError not_found, not_allowed, transition_not_possible, resource_incomplete, date_past, and resource_in_use
 *   when partners still have what is to be archived
 */
export async function moveResource(
  ctx: Acting,
  { resourceId, move, reviewBy, comment }: z.output<typeof ResourceStep>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const locked = await lockReadable(tx, ctx, resourceId);
    if (!(isDecision(move) ? allows(ctx, 'resource.decide', {}) : mayEdit(ctx, locked)))
      throw new DomainError('not_allowed');
    const state = stateAfter(locked.state, move);
    if (!state) throw new DomainError('transition_not_possible');
    if (move === 'submit') await requireWhole(tx, ctx, resourceId, locked);
    if (move === 'archive') await requireUnused(tx, ctx, resourceId);
    await tx.prisma.resource.updateMany({
      where: { networkId, id: resourceId },
      data: {
        state,
        changedAt: ctx.now,
        ...columnsOf(ctx, locked, move, reviewBy),
        ...saidBy(move, comment),
      },
    });
    await note(tx, ctx, 'resource.moved', resourceId, { to: state });
  });
}

function saidBy(move: ResourceMove, comment: string) {
  return move === 'return' || move === 'submit' ? { decisionComment: move === 'return' ? comment : '' } : {};
}

function columnsOf(ctx: Acting, locked: Locked, move: ResourceMove, wished: string | null) {
  if (move !== 'publish' && move !== 'check') return {};
  const today = todayOf(ctx);
  const planned = move === 'publish' && locked.reviewBy && locked.reviewBy > today ? locked.reviewBy : null;
  const reviewBy = wished ?? planned ?? monthsLater(today, usualReviewMonths);
  if (reviewBy <= today) throw new DomainError('date_past', {}, 'reviewBy');
  return {
    reviewBy: dateOf(reviewBy),
    checkedOn: dateOf(today),
    publishedAt: locked.publishedAt ?? ctx.now,
  };
}

function monthsLater(day: string, months: number): string {
  const date = new Date(day);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

async function requireWhole(
  tx: Transaction,
  ctx: Acting,
  resourceId: string,
  { sourceLanguage, licence, licenceWords, version }: Locked,
): Promise<void> {
  const place = { networkId: ctx.network.id, resourceId };
  const texts = await tx.prisma.resourceText.findMany({ where: place, select: { language: true } });
  const items = await tx.prisma.resourceItem.findMany({
    where: place,
    select: { fromVersion: true, untilVersion: true },
  });
  const current = items.filter((item) => isIn(item, version));
  if (lackingIn({ texts, items: current, sourceLanguage, licence, licenceWords }).length > 0)
    throw new DomainError('resource_incomplete');
}

async function requireUnused(tx: Transaction, ctx: Acting, resourceId: string): Promise<void> {
  const uses = await tx.run(resourceUses(ctx.network.id, resourceId, ctx.language));
  const networks = uses.filter(({ isShared }) => isShared).map(({ name }) => name);
  if (networks.length > 0) throw new DomainError('resource_in_use', { networks: networks.join(', ') });
}
