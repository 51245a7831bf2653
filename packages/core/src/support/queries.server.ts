import type { Transaction } from '@tessera/db/scope.server.ts';
import { seatById } from '@tessera/db/seats.server.ts';
import { needCounts, needsOfSeat } from '@tessera/db/support.server.ts';
import { spokenLanguages } from '@tessera/i18n/languages.ts';
import type { Acting, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { monthsOf } from '../privacy/retention.server.ts';
import { type Mark, markOf } from '../privacy/seal.server.ts';
import { withChoices } from '../seats/queries.server.ts';
import { isLiving } from '../seats/rules.ts';
import { requireOnSeatSupport, requireOrganiser } from './access.server.ts';
import { countWord, isForTrainer, keptDays, type SupportKind, supportKinds } from './rules.ts';

export type CountedKind = { kind: SupportKind; language: string | null };

/** How much of what is needed in a training, without a name and without opening anything. */
export async function supportCounts(ctx: Acting, trainingId: string) {
  return ctx.transaction(async (tx) => {
    const { as } = await requireOrganiser(tx, ctx, trainingId, 'support.read');
    const counts = await countedKinds(tx, ctx.network.id, trainingId);
    const mayArrange = as === 'organiser';
    return { mayArrange, counts: mayArrange ? counts : counts.filter(isForTrainer) };
  });
}

/**
 * What is noted for one seat, as a number; and until when it is kept.
 * @throws DomainError not_found
 */
export async function seatSupport(ctx: Acting, seatId: string) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    await requireOnSeatSupport(tx, ctx, seatId, 'support.read');
    const [[row], needs, days] = await Promise.all([
      tx.run(seatById(networkId, seatId, ctx.language)),
      tx.run(needsOfSeat(networkId, seatId)),
      daysKept(tx, networkId),
    ]);
    if (!row) throw new DomainError('not_found');
    const seat = withChoices(ctx, row);
    return { seat, count: needs.length, days, canAsk: isLiving(seat) && ctx.now < seat.startsAt };
  });
}

/** For how many days after a training this network keeps what was asked for, as its form tells. */
export async function supportPeriod(ctx: NetworkContext): Promise<{ days: number }> {
  return ctx.transaction(async (tx) => ({ days: await daysKept(tx, ctx.network.id) }));
}

async function daysKept(tx: Transaction, networkId: string): Promise<number> {
  return keptDays((await monthsOf(tx, networkId)).support);
}

async function countedKinds(tx: Transaction, networkId: string, trainingId: string) {
  const rows = await tx.run(needCounts(networkId, trainingId));
  const mark = rows.length > 0 ? await markOf(tx, networkId) : null;
  if (!mark) return [];
  const counted = new Map(rows.map((row) => [hexOf(row.kindMark), row]));
  return everyKind.flatMap((each) => {
    const row = counted.get(hexOf(mark(trainingId, countWord(each))));
    return row ? [{ ...each, asked: row.asked, met: row.met }] : [];
  });
}

/** Whether a need that is still sealed is one that a trainer has to know. */
export function trainersMarks(mark: Mark, trainingId: string): Set<string> {
  return new Set(everyKind.filter(isForTrainer).map((each) => hexOf(mark(trainingId, countWord(each)))));
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

const everyKind = supportKinds.flatMap((kind): CountedKind[] =>
  kind === 'interpreter'
    ? spokenLanguages.map((language) => ({ kind, language }))
    : [{ kind, language: null }],
);
