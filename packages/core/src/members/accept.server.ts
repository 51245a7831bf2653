import { inScope } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { NetworkContext, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { hashPassword } from '../identity/passwords.server.ts';
import { createPerson, findPersonByEmail } from '../identity/people.server.ts';
import type { NewPerson } from '../identity/schema.ts';
import { isLinkToken } from '../identity/secrets.server.ts';
import { openSession } from '../identity/sessions.server.ts';
import type { Role } from '../permissions.ts';
import { assignRole } from './assign.server.ts';
import type { InvitationLink } from './schema.ts';

type Accepting = NetworkContext & { request: RequestContext };
type Link = z.output<typeof InvitationLink>;

/**
 * What an invitation offers, for the page behind its link.
 * @returns `next`: whether the reader can accept at once, must sign in first, or makes a new login
 * @throws DomainError not_found for a wrong link, link_expired, invitation_used
 */
export async function readInvitation(ctx: Accepting, link: Link) {
  return inScope({ networkId: ctx.network.id, door: 'identity' }, async (tx) => {
    const invitation = await openInvitation(tx, ctx, link);
    const personId = await findPersonByEmail(tx, invitation.email);
    const institution = invitation.institutionId
      ? await tx.prisma.institutionText.findFirst({
          where: { institutionId: invitation.institutionId },
          select: { name: true },
        })
      : null;
    const isForActor = ctx.actor !== null && ctx.actor.email === invitation.email;
    return {
      email: invitation.email,
      givenName: invitation.givenName,
      familyName: invitation.familyName,
      role: invitation.role as Role,
      institutionName: institution?.name ?? null,
      next: isForActor ? ('accept' as const) : personId ? ('sign_in' as const) : ('new_login' as const),
    };
  });
}

/**
 * Accepts as the signed-in person, whose address must be the invited one.
 * @throws DomainError invitation_for_other_address, invitation_sign_in_first, and those of `readInvitation`
 */
export async function acceptInvitation(ctx: Accepting, link: Link): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('invitation_sign_in_first');
  await inScope({ networkId: ctx.network.id, door: 'identity' }, async (tx) => {
    const invitation = await openInvitation(tx, ctx, link);
    if (invitation.email !== actor.email)
      throw new DomainError('invitation_for_other_address', { email: invitation.email });
    await settle(tx, ctx, invitation, actor.personId);
  });
}

/**
 * Makes a login for the invited address, accepts, and signs in.
 * @throws DomainError invitation_sign_in_first when the address has a login already
 */
export async function acceptWithNewLogin(
  ctx: Accepting,
  link: Link,
  input: z.output<typeof NewPerson>,
): Promise<void> {
  const { password, givenName, familyName, nameOrder } = input;
  const passwordHash = await hashPassword(password);
  const personId = await inScope({ networkId: ctx.network.id, door: 'identity' }, async (tx) => {
    const invitation = await openInvitation(tx, ctx, link);
    if (await findPersonByEmail(tx, invitation.email)) throw new DomainError('invitation_sign_in_first');
    const id = await createPerson(
      tx,
      { givenName, familyName, nameOrder, email: invitation.email, language: ctx.language, passwordHash },
      ctx.request.now,
    );
    await settle(tx, ctx, invitation, id);
    return id;
  });
  ctx.request.setCookies.push(await openSession(personId, ctx.request.device));
}

type Tx = Parameters<Parameters<typeof inScope>[1]>[0];
type Open = {
  id: string;
  email: string;
  givenName: string;
  familyName: string;
  role: string;
  institutionId: string | null;
};

async function openInvitation(tx: Tx, ctx: Accepting, link: Link): Promise<Open> {
  if (!isLinkToken('invitation', link.invitationId, link.token)) throw new DomainError('not_found');
  const invitation = await tx.prisma.invitation.findFirst({
    where: { networkId: ctx.network.id, id: link.invitationId },
  });
  if (!invitation || invitation.revokedAt) throw new DomainError('not_found');
  if (invitation.acceptedAt) throw new DomainError('invitation_used');
  if (invitation.expiresAt <= ctx.now) throw new DomainError('link_expired');
  return invitation;
}

async function settle(tx: Tx, ctx: Accepting, invitation: Open, personId: string): Promise<void> {
  const networkId = ctx.network.id;
  // The row is claimed before the role is given: of two acceptances at once only one finds it open.
  const { count } = await tx.prisma.invitation.updateMany({
    where: { networkId, id: invitation.id, acceptedAt: null, revokedAt: null },
    data: { acceptedAt: ctx.now },
  });
  if (count === 0) throw new DomainError('invitation_used');
  await assignRole(tx, {
    networkId,
    personId,
    role: invitation.role as Role,
    institutionId: invitation.institutionId,
    validFrom: ctx.now,
    actorId: personId,
  });
  await recordEvent(tx, {
    networkId,
    kind: 'invitation.accepted',
    object: ['invitation', invitation.id],
    actorId: personId,
    at: ctx.now,
  });
}
