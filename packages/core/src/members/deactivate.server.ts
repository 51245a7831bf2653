import { newId } from '@tessera/db/id.server.ts';
import {
  endRolesOfPerson,
  leaveTrainings,
  lockPeople,
  rejoinTrainings,
  restoreRoles,
  revokeInvitationsOf,
} from '@tessera/db/members.server.ts';
import { lackedFor } from '@tessera/db/prerequisites.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { dayOf } from '../clock/zoned-time.ts';
import { type Acting, type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { requireMember } from './assign.server.ts';
import { requireCoordinatorAt } from './validity.server.ts';

export type Ended = { roles: number; trainings: number; invitations: number };

/**
 * Ends everything that a person is in this network, at once: roles with their capabilities, trainings to come as a
 * trainer, open invitations of the address. The login and the history stay, and `reactivate` gives it back.
 * @throws DomainError not_found, not_yourself, last_coordinator, has_other_roles for a manager when the person holds
 *   roles beside the own institution, role_over when nothing is left to end
 */
export async function deactivate(ctx: Acting, personId: string): Promise<Ended> {
  if (personId === ctx.actor.personId) throw new DomainError('not_yourself');
  return ctx.transaction(async (tx) => {
    await tx.run(lockPeople(ctx.network.id));
    await requireMember(tx, ctx, personId);
    await requireAllInReach(tx, ctx, personId);
    return endEverything(tx, ctx, personId, 'deactivated');
  });
}

/**
 * Leaves the network oneself. A coordinator can make it undone.
 * @param personId who the form was made for: it ends nobody else's roles when another person is signed in by now
 * @throws DomainError sign_in_needed, not_found, last_coordinator
 */
export async function leaveNetwork(visitor: NetworkContext, personId: string): Promise<Ended> {
  const { actor } = visitor;
  if (!actor) throw new DomainError('sign_in_needed');
  if (visitor.grants.length === 0 || personId !== actor.personId) throw new DomainError('not_found');
  const ctx = { ...visitor, actor };
  return ctx.transaction(async (tx) => {
    await tx.run(lockPeople(ctx.network.id));
    return endEverything(tx, ctx, ctx.actor.personId, 'left');
  });
}

/**
 * Gives back what the last deactivation ended: roles as long as they would have held, and trainings that are still to
 * come, unless a prerequisite of trainers is lacking by now. Invitations stay taken back.
 * @throws DomainError not_found, not_deactivated, has_other_roles
 */
export async function reactivate(
  ctx: Acting,
  personId: string,
): Promise<{ roles: number; trainings: number }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    await tx.run(lockPeople(networkId));
    await requireMember(tx, ctx, personId);
    const open = await tx.prisma.deactivation.findFirst({ where: { networkId, personId, undoneAt: null } });
    if (!open) throw new DomainError('not_deactivated');
    await requireAllInReach(tx, ctx, personId, open.id);
    const roles = await tx.run(restoreRoles(networkId, open.id));
    const today = dayOf(ctx.now, ctx.network.timeZone);
    const lacked = await tx.run(lackedFor(networkId, [personId], 'trainer', today));
    const trainings =
      lacked.length === 0
        ? await tx.run(rejoinTrainings(networkId, personId, ctx.now, open.trainingIds))
        : [];
    await tx.prisma.deactivation.updateMany({
      where: { networkId, id: open.id },
      data: { undoneAt: ctx.now, undoneById: ctx.actor.personId },
    });
    const answer = { roles: roles.length, trainings: trainings.length };
    await recordEvent(tx, {
      networkId,
      kind: 'person.reactivated',
      object: ['person', personId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { ...answer, institutionId: ownInstitution(ctx) },
    });
    return answer;
  });
}

// A manager ends or gives back what belongs to the own institution only, so all of it has to.
async function requireAllInReach(tx: Transaction, ctx: Acting, personId: string, deactivationId?: string) {
  const allowed = reach(ctx, 'person.edit');
  if (allowed.kind !== 'institutions') return;
  const other = await tx.prisma.roleAssignment.findFirst({
    where: {
      networkId: ctx.network.id,
      personId,
      ...(deactivationId
        ? { deactivationId }
        : {
            deactivationId: null,
            AND: {
              OR: [{ validUntil: null }, { validUntil: { gt: ctx.realNow } }, { waitsSince: { not: null } }],
            },
          }),
      OR: [{ institutionId: null }, { institutionId: { notIn: allowed.institutionIds } }],
    },
    select: { id: true },
  });
  if (other) throw new DomainError('has_other_roles');
}

async function endEverything(
  tx: Transaction,
  ctx: Acting,
  personId: string,
  kind: 'deactivated' | 'left',
): Promise<Ended> {
  const networkId = ctx.network.id;
  const deactivationId = newId();
  const coordinating = {
    role: 'coordinator',
    objectId: null,
    personId,
    validFrom: ctx.realNow,
    waitsSince: null,
  };
  const coordinates = await tx.prisma.roleAssignment.findFirst({
    where: {
      networkId,
      personId,
      role: 'coordinator',
      objectId: null,
      validFrom: { lte: ctx.realNow },
      OR: [{ validUntil: null }, { validUntil: { gt: ctx.realNow } }],
    },
    select: { id: true },
  });
  if (coordinates) await requireCoordinatorAt(tx, ctx, coordinating, ctx.realNow);
  // Who was deactivated, given a role anew and is deactivated again starts a new chapter.
  await tx.prisma.deactivation.updateMany({
    where: { networkId, personId, undoneAt: null },
    data: { undoneAt: ctx.now },
  });
  const at = ctx.now;
  await tx.prisma.deactivation.create({
    data: { id: deactivationId, networkId, personId, kind, at, actorId: ctx.actor.personId, trainingIds: [] },
  });
  const roles = await tx.run(endRolesOfPerson(networkId, personId, ctx.realNow, deactivationId));
  if (roles.length === 0) throw new DomainError('role_over');
  const trainings = await tx.run(leaveTrainings(networkId, personId, ctx.now));
  await tx.prisma.deactivation.updateMany({
    where: { networkId, id: deactivationId },
    data: { trainingIds: trainings.map(({ trainingId }) => trainingId) },
  });
  const person = await tx.prisma.person.findFirst({ where: { id: personId }, select: { email: true } });
  const invitations = person?.email
    ? await tx.run(revokeInvitationsOf(networkId, person.email, ctx.now))
    : [];
  const ended = { roles: roles.length, trainings: trainings.length, invitations: invitations.length };
  const event = { networkId, actorId: ctx.actor.personId, at };
  await recordEvent(
    tx,
    {
      ...event,
      kind: kind === 'left' ? 'person.left' : 'person.deactivated',
      object: ['person', personId],
      payload: { ...ended, institutionId: ownInstitution(ctx) },
    },
    ...invitations.map(({ id }) => ({
      ...event,
      kind: 'invitation.revoked' as const,
      object: ['invitation', id] as ['invitation', string],
    })),
  );
  return ended;
}

function ownInstitution(ctx: Acting): string | null {
  const allowed = reach(ctx, 'person.edit');
  return allowed.kind === 'institutions' ? (allowed.institutionIds[0] ?? null) : null;
}
