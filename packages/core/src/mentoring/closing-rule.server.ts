import { closingRule } from '@tessera/db/approvals.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';

/**
 * Lets a relation be completed without a request where none is wanted, and where nobody is left who could ask.
 * @throws DomainError closing_not_requested
 */
export async function requireClosingApproved(
  tx: Transaction,
  ctx: Acting,
  relationId: string,
): Promise<void> {
  const [rule] = await tx.run(closingRule(ctx.network.id, relationId, ctx.actor.personId));
  if (!rule?.mustBeApproved || (!rule.hasMentorNow && rule.hasNoPart)) return;
  throw new DomainError('closing_not_requested');
}
