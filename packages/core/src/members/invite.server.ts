import { newId } from '@tessera/db/id.server.ts';
import type { z } from 'zod';
import { type Actor, type NetworkContext, reach, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { givableRoles, invitationDays, roleNeedsInstitution } from './rules.ts';
import type { Invitation } from './schema.ts';

type Inviting = NetworkContext & { actor: Actor };

/**
 * Invites someone by mail. Whoever holds an open invitation for the same role gets the same one again.
 * @throws DomainError role_not_yours_to_give, institution_needed, not_found for an institution that is not a member
 */
export async function invite(
  ctx: Inviting,
  input: z.output<typeof Invitation>,
): Promise<{ invitationId: string }> {
  const { role, email } = input;
  const institutionId = roleNeedsInstitution(role) || input.institutionId ? input.institutionId : null;
  if (!givableRoles(reach(ctx, 'person.invite')).includes(role))
    throw new DomainError('role_not_yours_to_give', {}, 'role');
  if (roleNeedsInstitution(role) && !institutionId)
    throw new DomainError('institution_needed', {}, 'institutionId');
  requireOn(ctx, 'person.invite', { institutionId, isReadable: true });
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    if (institutionId) {
      const membership = await tx.prisma.membership.findFirst({
        where: { networkId, institutionId, state: 'active' },
      });
      if (!membership) throw new DomainError('institution_needed', {}, 'institutionId');
    }
    const open = await tx.prisma.invitation.findFirst({
      where: {
        networkId,
        email,
        role,
        institutionId,
        acceptedAt: null,
        revokedAt: null,
        expiresAt: { gt: ctx.now },
      },
      select: { id: true },
    });
    const invitationId = open?.id ?? newId();
    if (!open) {
      // The new one takes the place of those that nobody accepted in time.
      await tx.prisma.invitation.updateMany({
        where: { networkId, email, role, institutionId, acceptedAt: null, revokedAt: null },
        data: { revokedAt: ctx.now },
      });
      await tx.prisma.invitation.create({
        data: {
          id: invitationId,
          networkId,
          email,
          role,
          institutionId,
          language: ctx.network.defaultLanguage,
          invitedById: ctx.actor.personId,
          createdAt: ctx.now,
          expiresAt: new Date(ctx.now.getTime() + invitationDays * 86_400_000),
        },
      });
    }
    await recordEvent(tx, {
      networkId,
      kind: 'invitation.sent',
      object: ['invitation', invitationId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { role, isRepeat: open !== null },
    });
    return { invitationId };
  });
}

/**
 * Takes an open invitation back; its link stops working at once.
 * @throws DomainError not_found, invitation_used
 */
export async function revokeInvitation(ctx: Inviting, invitationId: string): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const invitation = await tx.prisma.invitation.findFirst({ where: { networkId, id: invitationId } });
    if (!invitation) throw new DomainError('not_found');
    requireOn(ctx, 'person.invite', { institutionId: invitation.institutionId });
    const { count } = await tx.prisma.invitation.updateMany({
      where: { networkId, id: invitationId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (count === 0) throw new DomainError('invitation_used');
    await recordEvent(tx, {
      networkId,
      kind: 'invitation.revoked',
      object: ['invitation', invitationId],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
  });
}
