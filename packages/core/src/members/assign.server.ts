import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { recordEvent } from '../events/record.server.ts';
import type { Role } from '../permissions.ts';

/**
 * Gives a person a role in the network of the transaction, from `now` on. A role that the person holds stays as it is.
 * @returns whether the role is new
 */
export async function assignRole(
  tx: Transaction,
  input: {
    networkId: string;
    personId: string;
    role: Role;
    institutionId: string | null;
    capabilities?: string[];
    validFrom: Date;
    actorId: string | null;
  },
): Promise<boolean> {
  const { networkId, personId, role, institutionId, capabilities = [], validFrom, actorId } = input;
  const existing = await tx.prisma.roleAssignment.findFirst({
    where: { networkId, personId, role, institutionId, validUntil: null },
    select: { id: true },
  });
  if (existing) return false;
  await tx.prisma.roleAssignment.create({
    data: { id: newId(), networkId, personId, role, institutionId, capabilities, validFrom },
  });
  await recordEvent(tx, {
    networkId,
    kind: 'role.assigned',
    object: ['person', personId],
    actorId,
    at: validFrom,
    payload: { role, institutionId },
  });
  return true;
}
