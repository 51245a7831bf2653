import { lockClosing } from '@tessera/db/closings.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { DomainError } from '../errors.ts';

/** Where the package of a closing lies in the store. */
export function packageKey(networkId: string, closingId: string): string {
  return `${networkId}/${closingId}`;
}

/**
 * The closing of the network in one of these states, locked until the transaction ends.
 * @throws DomainError with `otherwise`
 */
export async function lockedClosing(
  tx: Transaction,
  networkId: string,
  states: readonly string[],
  otherwise: 'closing_changed' | 'closing_no_package' | 'not_found' = 'closing_changed',
) {
  const [locked] = await tx.run(lockClosing(networkId));
  if (!locked || !states.includes(locked.state)) throw new DomainError(otherwise);
  const closing = await tx.prisma.networkClosing.findFirst({ where: { networkId, id: locked.id } });
  if (!closing) throw new DomainError(otherwise);
  return closing;
}
