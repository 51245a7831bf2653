import { relationStanding } from '@tessera/db/programmes.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { todayOf } from './note.server.ts';
import { needsContact, nextOf, type RelationState } from './rules.ts';

/**
 * One relation as its coordinator sees it, living or not: states, days and counts, and where it may go next. Never a text.
 * @throws DomainError not_found
 */
export async function standing(ctx: Acting, relationId: string) {
  const [row] = await ctx.transaction((tx) =>
    tx.run(relationStanding(ctx.network.id, relationId, ctx.language, ctx.actor.personId)),
  );
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
    next: nextOf('relation', state).filter((next) => !isByApproval(next)),
    needsContact: needsContact({ ...row, state, today: todayOf(ctx) }),
  };
}
