import { lockPeople, otherCoordinators } from '@tessera/db/members.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, type NetworkContext, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import type { ValidityChange } from './schema.ts';

/**
 * Moves the beginning and the end of a role that is not over yet.
 * @throws DomainError not_found, role_over, validity_reversed, last_coordinator, not_yourself
 */
export async function changeValidity(ctx: Acting, input: z.output<typeof ValidityChange>): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const role = await heldRole(tx, ctx, input.assignmentId);
    const validFrom = input.validFrom ?? role.validFrom;
    const { validUntil } = input;
    if (validUntil && validUntil <= validFrom) throw new DomainError('validity_reversed', {}, 'validUntil');
    if (validUntil && validUntil <= ctx.realNow) throw new DomainError('validity_reversed', {}, 'validUntil');
    const endsEarlier =
      validFrom > ctx.realNow
        ? ctx.realNow
        : validUntil && (!role.validUntil || validUntil < role.validUntil)
          ? validUntil
          : null;
    if (endsEarlier) await requireCoordinatorAt(tx, ctx, role, endsEarlier);
    await tx.prisma.roleAssignment.updateMany({
      where: { networkId, id: role.id },
      data: { validFrom, validUntil },
    });
    await record(tx, ctx, 'role.validity_changed', role);
  });
}

/**
 * Ends a role at once. Its history stays.
 * @throws DomainError not_found, role_over, last_coordinator, not_yourself
 */
export async function endRole(ctx: Acting, assignmentId: string): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const role = await heldRole(tx, ctx, assignmentId);
    await requireCoordinatorAt(tx, ctx, role, ctx.realNow);
    const isAhead = role.validFrom > ctx.realNow || role.waitsSince !== null;
    await tx.prisma.roleAssignment.updateMany({
      where: { networkId, id: role.id },
      data: { validUntil: isAhead ? role.validFrom : ctx.realNow, waitsSince: null },
    });
    await record(tx, ctx, 'role.ended', role);
  });
}

export type HeldRole = {
  id: string;
  personId: string;
  role: string;
  institutionId: string | null;
  objectId: string | null;
  validFrom: Date;
  validUntil: Date | null;
  waitsSince: Date | null;
};

/**
 * Locks the roles of the network and gives one that the actor may change: of someone else, and not over.
 * @throws DomainError not_found, role_over, not_yourself
 */
export async function heldRole(tx: Transaction, ctx: Acting, assignmentId: string): Promise<HeldRole> {
  await tx.run(lockPeople(ctx.network.id));
  const role = await tx.prisma.roleAssignment.findFirst({
    where: { networkId: ctx.network.id, id: assignmentId },
  });
  if (!role) throw new DomainError('not_found');
  requireOn(ctx, 'person.edit', { institutionId: role.institutionId });
  if (role.personId === ctx.actor.personId) throw new DomainError('not_yourself');
  const isOver = role.validUntil !== null && role.validUntil <= ctx.realNow && role.waitsSince === null;
  if (isOver || role.deactivationId) throw new DomainError('role_over');
  return role;
}

/**
 * A network is never without a coordinator: when this role ends at `at`, another person coordinates the whole of it then.
 * @throws DomainError last_coordinator
 */
export async function requireCoordinatorAt(
  tx: Transaction,
  ctx: NetworkContext,
  role: Pick<HeldRole, 'role' | 'objectId' | 'personId' | 'validFrom' | 'waitsSince'>,
  at: Date,
): Promise<void> {
  const coordinatesNow =
    role.role === 'coordinator' && role.objectId === null && role.validFrom <= ctx.realNow;
  if (!coordinatesNow || role.waitsSince) return;
  const [found] = await tx.run(otherCoordinators(ctx.network.id, at, role.personId));
  if (!found || found.others === 0) throw new DomainError('last_coordinator');
}

function record(tx: Transaction, ctx: Acting, kind: 'role.ended' | 'role.validity_changed', role: HeldRole) {
  return recordEvent(tx, {
    networkId: ctx.network.id,
    kind,
    object: ['person', role.personId],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload: { role: role.role, institutionId: role.institutionId },
  });
}
