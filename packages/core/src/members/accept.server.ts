import { lockAddress, lockPeople } from '@tessera/db/members.server.ts';
import { lackedFor } from '@tessera/db/prerequisites.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { dayOf } from '../clock/zoned-time.ts';
import type { NetworkContext, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { completeSignIn } from '../identity/complete.server.ts';
import { hashPassword } from '../identity/passwords.server.ts';
import { createPerson, findPersonByEmail } from '../identity/people.server.ts';
import type { NewPerson } from '../identity/schema.ts';
import { isLinkToken } from '../identity/secrets.server.ts';
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
      networkName: ctx.network.name,
      email: invitation.email,
      givenName: invitation.givenName,
      familyName: invitation.familyName,
      role: invitation.role as Role,
      institutionName: institution?.name ?? null,
      expiresAt: invitation.expiresAt,
      next: isForActor ? ('accept' as const) : personId ? ('sign_in' as const) : ('new_login' as const),
    };
  });
}

/**
 * Accepts as the signed-in person, whose address must be the invited one.
 * @throws DomainError invitation_for_other_address, invitation_sign_in_first, and those of `readInvitation`
 */
export async function acceptInvitation(ctx: Accepting, link: Link): Promise<Accepted> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('invitation_sign_in_first');
  return inScope({ networkId: ctx.network.id, door: 'identity' }, async (tx) => {
    const invitation = await openInvitation(tx, ctx, link);
    if (invitation.email !== actor.email)
      throw new DomainError('invitation_for_other_address', { email: invitation.email });
    return settle(tx, ctx, invitation, actor.personId);
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
): Promise<Accepted> {
  const { password, givenName, familyName, nameOrder } = input;
  const passwordHash = await hashPassword(password);
  const made = await inScope({ networkId: ctx.network.id, door: 'identity' }, async (tx) => {
    const invitation = await openInvitation(tx, ctx, link);
    // Two networks may invite one new address; the second acceptance waits here and finds the login.
    await tx.run(lockAddress(invitation.email));
    if (await findPersonByEmail(tx, invitation.email)) throw new DomainError('invitation_sign_in_first');
    const personId = await createPerson(
      tx,
      { givenName, familyName, nameOrder, email: invitation.email, language: ctx.language, passwordHash },
      ctx.request.now,
    );
    return { personId, ...(await settle(tx, ctx, invitation, personId)) };
  });
  await completeSignIn(ctx.request, made.personId, { isSecondStepDone: false });
  return { isWaiting: made.isWaiting };
}

type Tx = Parameters<Parameters<typeof inScope>[1]>[0];
type Open = {
  id: string;
  email: string;
  givenName: string;
  familyName: string;
  role: string;
  institutionId: string | null;
  invitedById: string | null;
  expiresAt: Date;
};
/** `isWaiting`: the role begins when its prerequisites are met. */
type Accepted = { isWaiting: boolean };

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

async function settle(tx: Tx, ctx: Accepting, invitation: Open, personId: string): Promise<Accepted> {
  const networkId = ctx.network.id;
  const role = invitation.role as Role;
  await tx.run(lockPeople(networkId));
  // The row is claimed before the role is given: of two acceptances at once only one finds it open.
  const { count } = await tx.prisma.invitation.updateMany({
    where: { networkId, id: invitation.id, acceptedAt: null, revokedAt: null },
    data: { acceptedAt: ctx.now },
  });
  if (count === 0) throw new DomainError('invitation_used');
  const lacked = await tx.run(lackedFor(networkId, [personId], role, dayOf(ctx.now, ctx.network.timeZone)));
  const isWaiting = lacked.length > 0;
  await assignRole(tx, {
    networkId,
    personId,
    role,
    institutionId: invitation.institutionId,
    validFrom: ctx.realNow,
    actorId: invitation.invitedById,
    origin: 'invited',
    isWaiting,
  });
  await recordEvent(tx, {
    networkId,
    kind: 'invitation.accepted',
    object: ['invitation', invitation.id],
    actorId: personId,
    at: ctx.now,
  });
  return { isWaiting };
}
