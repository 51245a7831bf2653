import { newId } from '@tessera/db/id.server.ts';
import { lockPeople } from '@tessera/db/members.server.ts';
import { lackedFor } from '@tessera/db/prerequisites.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { dayOf } from '../clock/zoned-time.ts';
import { type Acting, type NetworkContext, reach, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import type { Role } from '../permissions.ts';
import { givableRoles, roleNeedsInstitution, trainingRoles } from './rules.ts';
import type { RoleGift } from './schema.ts';

type NewRole = {
  networkId: string;
  personId: string;
  role: Role;
  institutionId: string | null;
  capabilities?: string[];
  validFrom: Date;
  actorId: string | null;
  origin?: 'assigned' | 'invited';
  /** Accepted, and not valid before its prerequisites are met. */
  isWaiting?: boolean;
};

/**
 * Gives a person a role in the network of the transaction, from `validFrom` on. A role that the person holds stays as it
 * is.
 * @returns whether the role is new
 */
export async function assignRole(tx: Transaction, input: NewRole): Promise<boolean> {
  const {
    networkId,
    personId,
    role,
    institutionId,
    capabilities = [],
    validFrom,
    actorId,
    isWaiting,
  } = input;
  const existing = await tx.prisma.roleAssignment.findFirst({
    where: {
      networkId,
      personId,
      role,
      institutionId,
      objectId: null,
      deactivationId: null,
      OR: [{ validUntil: null }, { waitsSince: { not: null } }],
    },
    select: { id: true },
  });
  if (existing) return false;
  const id = newId();
  await tx.prisma.roleAssignment.create({
    data: {
      id,
      networkId,
      personId,
      role,
      institutionId,
      validFrom,
      validUntil: isWaiting ? validFrom : null,
      waitsSince: isWaiting ? validFrom : null,
      origin: input.origin ?? 'assigned',
      assignedById: actorId,
    },
  });
  if (capabilities.length > 0) {
    await tx.prisma.roleCapability.createMany({
      data: capabilities.map((capability) => ({
        id: newId(),
        networkId,
        roleAssignmentId: id,
        capability,
        validFrom,
        grantedById: actorId,
      })),
    });
  }
  await recordEvent(tx, {
    networkId,
    kind: isWaiting ? 'role.waiting' : 'role.assigned',
    object: ['person', personId],
    actorId,
    at: validFrom,
    payload: { role, institutionId },
  });
  return true;
}

/**
 * Gives a member of the network one more role: for the whole network, for one institution or for one training, and for a
 * time if wished.
 * @throws DomainError not_found, role_not_yours_to_give, institution_needed, already_member, validity_reversed,
 *   prerequisite_missing, prerequisite_lapsed
 */
export async function giveRole(
  ctx: Acting,
  input: z.output<typeof RoleGift>,
): Promise<{ assignmentId: string }> {
  const { personId, role, trainingId } = input;
  const networkId = ctx.network.id;
  const allowed = reach(ctx, 'person.invite');
  if (!givableRoles(allowed).includes(role)) throw new DomainError('role_not_yours_to_give', {}, 'role');
  if (trainingId && !(allowed.kind === 'network' && trainingRoles.includes(role)))
    throw new DomainError('role_not_yours_to_give', {}, 'role');
  const institutionId = trainingId ? null : input.institutionId;
  if (roleNeedsInstitution(role) && !institutionId)
    throw new DomainError('institution_needed', {}, 'institutionId');
  requireOn(ctx, 'person.invite', { institutionId, isReadable: true });
  const validFrom = input.validFrom ?? ctx.realNow;
  const { validUntil } = input;
  if (validUntil && validUntil <= validFrom) throw new DomainError('validity_reversed', {}, 'validUntil');
  return ctx.transaction(async (tx) => {
    await tx.run(lockPeople(networkId));
    await requireMember(tx, ctx, personId);
    if (institutionId) await requireInstitution(tx, networkId, institutionId);
    if (trainingId) await requireTraining(tx, networkId, trainingId);
    await refuseOverlap(tx, { networkId, personId, role, institutionId, trainingId, validFrom, validUntil });
    await requirePrerequisites(tx, ctx, personId, role);
    const assignmentId = newId();
    await tx.prisma.roleAssignment.create({
      data: {
        id: assignmentId,
        networkId,
        personId,
        role,
        institutionId,
        objectKind: trainingId ? 'training' : null,
        objectId: trainingId,
        validFrom,
        validUntil,
        assignedById: ctx.actor.personId,
      },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'role.assigned',
      object: ['person', personId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { role, institutionId, ...(trainingId ? { trainingId } : {}) },
    });
    return { assignmentId };
  });
}

/**
 * A person belongs to the network, and for an institution manager to the own institution.
 * @throws DomainError not_found
 */
export async function requireMember(tx: Transaction, ctx: NetworkContext, personId: string): Promise<void> {
  const allowed = reach(ctx, 'person.edit');
  const held = await tx.prisma.roleAssignment.findFirst({
    where: {
      networkId: ctx.network.id,
      personId,
      ...(allowed.kind === 'institutions' ? { institutionId: { in: allowed.institutionIds } } : {}),
    },
    select: { id: true },
  });
  if (!held) throw new DomainError('not_found');
}

/** @throws DomainError prerequisite_missing, prerequisite_lapsed */
export function requirePrerequisites(
  tx: Transaction,
  ctx: NetworkContext,
  personId: string,
  role: Role,
): Promise<void> {
  return requirePrerequisitesOf(tx, ctx, [personId], role);
}

/**
 * The same for several people.
 * @throws DomainError prerequisite_missing, prerequisite_lapsed
 */
export async function requirePrerequisitesOf(
  tx: Transaction,
  ctx: NetworkContext,
  personIds: string[],
  role: Role,
): Promise<void> {
  const today = dayOf(ctx.now, ctx.network.timeZone);
  const [lacked] = await tx.run(lackedFor(ctx.network.id, personIds, role, today));
  if (!lacked) return;
  const { code, name, state } = lacked;
  throw new DomainError(`prerequisite_${state}`, { prerequisite: name || code, code }, 'role');
}

async function requireInstitution(tx: Transaction, networkId: string, institutionId: string): Promise<void> {
  const membership = await tx.prisma.membership.findFirst({
    where: { networkId, institutionId, state: 'active' },
    select: { id: true },
  });
  if (!membership) throw new DomainError('institution_needed', {}, 'institutionId');
}

async function requireTraining(tx: Transaction, networkId: string, trainingId: string): Promise<void> {
  const training = await tx.prisma.training.findFirst({
    where: { networkId, id: trainingId },
    select: { id: true },
  });
  if (!training) throw new DomainError('not_found');
}

async function refuseOverlap(
  tx: Transaction,
  role: {
    networkId: string;
    personId: string;
    role: Role;
    institutionId: string | null;
    trainingId: string | null;
    validFrom: Date;
    validUntil: Date | null;
  },
): Promise<void> {
  const { networkId, personId, institutionId, trainingId, validFrom, validUntil } = role;
  const other = await tx.prisma.roleAssignment.findFirst({
    where: {
      networkId,
      personId,
      role: role.role,
      institutionId,
      objectId: trainingId,
      deactivationId: null,
      OR: [
        { waitsSince: { not: null } },
        {
          ...(validUntil ? { validFrom: { lt: validUntil } } : {}),
          OR: [{ validUntil: null }, { validUntil: { gt: validFrom } }],
        },
      ],
    },
    select: { id: true },
  });
  if (other) throw new DomainError('already_member', {}, 'role');
}
