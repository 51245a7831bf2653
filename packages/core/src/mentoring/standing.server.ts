import { agreementParties, type PartyRow } from '@tessera/db/agreements.server.ts';
import { relationStanding, type StandingRow } from '@tessera/db/programmes.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { signersFor } from './agreement-page.server.ts';
import { todayOf } from './note.server.ts';
import { needsContact, nextOf, type RelationState } from './rules.ts';

/**
 * One relation as its coordinator sees it, living or not: states, days and counts, and where it may go next. Never a text.
 * @throws DomainError not_found
 */
export async function standing(ctx: Acting, relationId: string) {
  const networkId = ctx.network.id;
  const [rows, parties] = await ctx.transaction((tx) =>
    tx.runAll<[StandingRow, PartyRow]>([
      relationStanding(networkId, relationId, ctx.language, ctx.actor.personId),
      agreementParties(networkId, [relationId]),
    ]),
  );
  const [row] = rows;
  if (!row) throw new DomainError('not_found');
  const state = row.state as RelationState;
  // Where its mentor asks for the closing, it is completed, or goes on, by deciding about that.
  const isByApproval = (next: RelationState) =>
    row.hasMentorNow &&
    row.hasAnswerer &&
    ((next === 'completed' && row.planApproval) ||
      (next === 'active' && state === 'closing' && row.isClosingRequested));
  return {
    ...row,
    state,
    signers: signersFor(ctx, 'coordinator', parties),
    next: nextOf('relation', state).filter((next) => !isByApproval(next)),
    needsContact: needsContact({ ...row, state, today: todayOf(ctx) }),
  };
}
