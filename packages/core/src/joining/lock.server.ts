import { lockApplication } from '@tessera/db/joining.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { DomainError } from '../errors.ts';
import { isOpen } from './rules.ts';

/**
 * An application on which nobody has decided, locked until the transaction ends: of two coordinators only one decides.
 * @throws DomainError not_found, also before it is confirmed; state_changed once it is decided
 */
export async function lockUndecided(tx: Transaction, networkId: string, id: string) {
  await tx.run(lockApplication(networkId, id));
  const application = await tx.prisma.membershipApplication.findFirst({ where: { networkId, id } });
  if (!application?.confirmedAt) throw new DomainError('not_found');
  if (!isOpen(application)) throw new DomainError('state_changed');
  return application;
}
