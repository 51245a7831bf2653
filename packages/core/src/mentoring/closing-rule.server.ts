import { closingRule } from '@tessera/db/approvals.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';

/**
 * Lets a relation be completed without a request where none is wanted, and where nobody is left who could ask or decide.
 * @throws DomainError closing_not_requested
 */
export async function requireClosingApproved(
  tx: Transaction,
  ctx: Acting,
  relationId: string,
): Promise<void> {
  const [rule] = await tx.run(closingRule(ctx.network.id, relationId, ctx.actor.personId));
  if (!rule?.mustBeApproved || !rule.hasAnswerer || (!rule.hasMentorNow && rule.hasNoPart)) return;
  throw new DomainError('closing_not_requested');
}

/**
 * Lets a relation in closing go on unless its mentor waits for an answer that somebody can give.
 * @throws DomainError transition_not_possible
 */
export async function requireNoClosingWaits(tx: Transaction, ctx: Acting, relationId: string): Promise<void> {
  const [rule] = await tx.run(closingRule(ctx.network.id, relationId, ctx.actor.personId));
  if (rule?.isRequested && rule.hasAnswerer && rule.hasMentorNow)
    throw new DomainError('transition_not_possible');
}
