import type { Transaction } from '@tessera/db/scope.server.ts';
import { needsOfSeat, needsOfTraining, type SealedNeed } from '@tessera/db/support.server.ts';
import { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { markOf, type Opened, type ReadingRight, readAllConfidential } from '../privacy/seal.server.ts';
import { requireOnSeatSupport, requireOrganiser } from './access.server.ts';
import { hexOf, trainersMarks } from './queries.server.ts';
import { supportKinds } from './rules.ts';

const Need = z.object({
  kind: z.enum(supportKinds),
  language: z.string().nullable(),
  text: z.string().nullable(),
});

/** What a sealed need says; null when it cannot be opened any more. */
export type OpenedNeed = z.output<typeof Need> | null;

/**
 * Opens who needs what in a training; each need that is read leaves an entry. A trainer reads what the day asks for.
 * @throws DomainError not_found, not_allowed
 */
export async function openTrainingSupport(ctx: Acting, trainingId: string) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const { as } = await requireOrganiser(tx, ctx, trainingId, 'support.read');
    const rows = await tx.run(needsOfTraining(networkId, trainingId, ctx.language));
    const mark = as === 'trainer' ? await markOf(tx, networkId) : null;
    const readable = mark && trainersMarks(mark, trainingId);
    const shown = as === 'organiser' ? rows : rows.filter(({ kindMark }) => readable?.has(hexOf(kindMark)));
    const opened = await openNeeds(tx, ctx, 'organiser', shown);
    return {
      needs: shown.map(({ need: _need, kindMark: _mark, subjectPersonId: _person, ...row }, index) => ({
        ...row,
        need: opened[index] ?? null,
      })),
    };
  });
}

/**
 * Opens what is needed in one seat; each need that is read leaves an entry.
 * @throws DomainError not_found
 */
export async function openSeatSupport(ctx: Acting, seatId: string) {
  return ctx.transaction(async (tx) => {
    const { right } = await requireOnSeatSupport(tx, ctx, seatId, 'support.read');
    const rows = await tx.run(needsOfSeat(ctx.network.id, seatId));
    const opened = await openNeeds(tx, ctx, right, rows);
    return { needs: rows.map(({ id, isMet }, index) => ({ id, isMet, need: opened[index] ?? null })) };
  });
}

async function openNeeds(
  tx: Transaction,
  ctx: Acting,
  right: ReadingRight,
  rows: readonly SealedNeed[],
): Promise<OpenedNeed[]> {
  if (rows.length === 0) return [];
  const opened = await readAllConfidential(
    tx,
    { networkId: ctx.network.id, actorId: ctx.actor.personId, at: ctx.now, right },
    rows.map(({ id, need, subjectPersonId }) => ({
      object: ['support', id],
      subjectPersonId,
      fields: { 'support_need.need': need },
    })),
  );
  return opened.map((fields) => needOf(fields['support_need.need']));
}

function needOf(opened: Opened): OpenedNeed {
  return opened.state === 'open' ? Need.parse(JSON.parse(opened.text)) : null;
}
