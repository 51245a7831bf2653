import { endInstitutionRoles, nextKeeper } from '@tessera/db/institutions.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { atRegister } from './door.server.ts';
import { addMembership } from './join.server.ts';
import { type MembershipMove, type MembershipState, membershipAfter, targetOf } from './rules.ts';
import type { AddedInstitution, EditedMembership } from './schema.ts';

/**
 * Takes an institution that is in the register into this network. One that is here already stays as it is.
 * @throws DomainError not_found, institution_merged
 */
export async function addInstitution(ctx: Acting, input: z.output<typeof AddedInstitution>): Promise<void> {
  await atRegister(ctx, (tx) => takeInstitution(tx, ctx, input));
}

/** As `addInstitution`, inside an open transaction; door "register". */
export async function takeInstitution(
  tx: Transaction,
  ctx: Acting,
  { institutionId, role, track, state }: z.output<typeof AddedInstitution>,
): Promise<void> {
  // What no network shows is not there for others.
  const shown = await tx.prisma.membership.findFirst({
    where: {
      institutionId,
      OR: [{ networkId: ctx.network.id }, { network: { state: { not: 'draft' } } }],
    },
    select: { id: true },
  });
  if (!shown) throw new DomainError('not_found');
  await addMembership(
    tx,
    { networkId: ctx.network.id, actorId: ctx.actor.personId, now: ctx.now },
    { institutionId, role, track, state, isGuest: false, joinedOn: state === 'active' ? ctx.now : null },
  );
}

/**
 * Changes what this network alone sets: role, track, focal point and note.
 * @throws DomainError not_found, focal_point_not_staff
 */
export async function editMembership(ctx: Acting, input: z.output<typeof EditedMembership>): Promise<void> {
  const { institutionId, role, track, focalPointId, note } = input;
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const membership = await tx.prisma.membership.findFirst({
      where: { networkId, institutionId },
      select: { role: true, track: true, detail: { select: { focalPointId: true, note: true } } },
    });
    if (!membership) throw new DomainError('not_found');
    const before = { focalPointId: null, note: '', ...membership.detail };
    if (focalPointId && focalPointId !== before.focalPointId)
      await checkStaff(tx, ctx, institutionId, focalPointId);
    const fields = [
      membership.role !== role && 'role',
      membership.track !== track && 'track',
      before.focalPointId !== focalPointId && 'focalPoint',
      before.note !== note && 'note',
    ].filter((field) => field !== false);
    if (fields.length === 0) return;
    await tx.prisma.membership.updateMany({ where: { networkId, institutionId }, data: { role, track } });
    await tx.prisma.membershipDetail.upsert({
      where: { networkId_institutionId: { networkId, institutionId } },
      create: { networkId, institutionId, focalPointId, note },
      update: { focalPointId, note },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'membership.changed',
      object: ['institution', institutionId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { fields },
    });
  });
}

/**
 * Moves a membership on. Who leaves loses every role for that institution in the same step, and a network that no longer
 * has it hands the card to another one that does. A move that has happened already changes nothing.
 * @throws DomainError not_found, state_changed
 */
export async function moveMembership(ctx: Acting, moving: Moving): Promise<{ state: MembershipState }> {
  return atRegister(ctx, (tx) => moveMembershipIn(tx, ctx, moving));
}

type Moving = { institutionId: string; move: MembershipMove };

/** As `moveMembership`, inside an open transaction; door "register". */
export async function moveMembershipIn(
  tx: Transaction,
  ctx: Acting,
  { institutionId, move }: Moving,
): Promise<{ state: MembershipState }> {
  const networkId = ctx.network.id;
  const membership = await tx.prisma.membership.findFirst({
    where: { networkId, institutionId },
    select: { state: true, joinedOn: true, institution: { select: { keeperNetworkId: true } } },
  });
  if (!membership) throw new DomainError('not_found');
  const from = membership.state as MembershipState;
  const to = membershipAfter(from, move);
  if (!to) {
    if (from === targetOf(move)) return { state: from };
    throw new DomainError('state_changed');
  }
  const { count } = await tx.prisma.membership.updateMany({
    where: { networkId, institutionId, state: from },
    data: {
      state: to,
      leftOn: to === 'left' ? ctx.now : null,
      ...(to === 'active' && (!membership.joinedOn || from === 'left') ? { joinedOn: ctx.now } : {}),
    },
  });
  if (count === 0) throw new DomainError('state_changed');
  const keeperId = membership.institution.keeperNetworkId;
  const ended = to === 'left' ? await leave(tx, ctx, institutionId, keeperId === networkId) : 0;
  if (to === 'active') await takeOver(tx, networkId, institutionId);
  await recordEvent(tx, {
    networkId,
    kind: 'membership.moved',
    object: ['institution', institutionId],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload: { from, to, endedRoles: ended },
  });
  return { state: to };
}

async function leave(
  tx: Transaction,
  ctx: Acting,
  institutionId: string,
  isKeeper: boolean,
): Promise<number> {
  const networkId = ctx.network.id;
  const [roles] = await tx.run(endInstitutionRoles(networkId, institutionId, ctx.realNow));
  await tx.prisma.membershipDetail.updateMany({
    where: { networkId, institutionId },
    data: { focalPointId: null },
  });
  if (isKeeper) {
    const [next] = await tx.run(nextKeeper(institutionId, networkId));
    // Without another network the card stays where it is: someone has to be able to correct it.
    if (next) {
      await tx.prisma.institution.updateMany({
        where: { id: institutionId },
        data: { keeperNetworkId: next.networkId },
      });
    }
  }
  return roles?.ended ?? 0;
}

async function takeOver(tx: Transaction, networkId: string, institutionId: string): Promise<void> {
  await tx.prisma.institution.updateMany({
    where: { id: institutionId, keeperNetworkId: null },
    data: { keeperNetworkId: networkId },
  });
}

async function checkStaff(
  tx: Transaction,
  ctx: Acting,
  institutionId: string,
  personId: string,
): Promise<void> {
  const role = await tx.prisma.roleAssignment.findFirst({
    where: {
      networkId: ctx.network.id,
      institutionId,
      personId,
      validFrom: { lte: ctx.realNow },
      OR: [{ validUntil: null }, { validUntil: { gt: ctx.realNow } }],
    },
    select: { id: true },
  });
  if (!role) throw new DomainError('focal_point_not_staff', {}, 'focalPointId');
}
