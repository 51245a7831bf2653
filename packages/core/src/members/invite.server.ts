import { newId } from '@tessera/db/id.server.ts';
import { membersAmong } from '@tessera/db/members.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, reach, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import type { Role } from '../permissions.ts';
import {
  givableRoles,
  invitationDays,
  mostInvitations,
  readInvitationLines,
  roleNeedsInstitution,
} from './rules.ts';
import type { Invitation, Invitations } from './schema.ts';

/**
 * Invites someone by mail. Whoever was invited to the same role and did not answer gets the same invitation again.
 * @throws DomainError role_not_yours_to_give, institution_needed, not_found for an institution that is not a member
 */
export async function invite(
  ctx: Acting,
  input: z.output<typeof Invitation>,
): Promise<{ invitationId: string }> {
  requireGivable(ctx, input);
  return ctx.transaction(async (tx) => {
    await requireInstitution(tx, ctx, input.institutionId);
    return { invitationId: await inviteTo(tx, ctx, input, { email: input.email, name: '' }) };
  });
}

/**
 * Invites everyone in pasted lines to one role, or nobody: a line that cannot be used keeps all of them back.
 * @throws DomainError invitation_lines_invalid, invitation_lines_repeated, invitation_lines_members, and those of `invite`
 */
export async function inviteMany(
  ctx: Acting,
  input: z.output<typeof Invitations>,
): Promise<{ sent: number }> {
  requireGivable(ctx, input);
  const { people, wrong, repeated } = readInvitationLines(input.people);
  if (wrong.length > 0)
    throw linesRefused(
      'invalid',
      wrong.map(({ number, text }) => `${number} (${text})`),
    );
  if (repeated.length > 0) throw linesRefused('repeated', repeated);
  if (people.length === 0 || people.length > mostInvitations)
    throw new DomainError('invalid', { count: mostInvitations }, 'people');
  const emails = people.map(({ email }) => email);
  return ctx.transaction(async (tx) => {
    await requireInstitution(tx, ctx, input.institutionId);
    const members = await tx.run(
      membersAmong(ctx.network.id, ctx.realNow, emails, input.role, input.institutionId),
    );
    if (members.length > 0)
      throw linesRefused(
        'members',
        members.map(({ email }) => email),
      );
    for (const person of people) await inviteTo(tx, ctx, input, person);
    return { sent: people.length };
  });
}

/**
 * Sends an invitation once more and counts its days anew, also when they had run out. The link in the earlier mail is the
 * same one.
 * @throws DomainError not_found, invitation_used
 */
export async function resendInvitation(ctx: Acting, invitationId: string): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const invitation = await tx.prisma.invitation.findFirst({ where: { networkId, id: invitationId } });
    if (!invitation) throw new DomainError('not_found');
    requireOn(ctx, 'person.invite', { institutionId: invitation.institutionId });
    if (invitation.revokedAt || invitation.acceptedAt) throw new DomainError('invitation_used');
    await sendAgain(tx, ctx, invitation);
  });
}

/**
 * Takes an open invitation back; its link stops working at once.
 * @throws DomainError not_found, invitation_used
 */
export async function revokeInvitation(ctx: Acting, invitationId: string): Promise<void> {
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

type Offer = { role: Role; institutionId: string | null };

function requireGivable(ctx: Acting, { role, institutionId }: Offer): void {
  if (!givableRoles(reach(ctx, 'person.invite')).includes(role))
    throw new DomainError('role_not_yours_to_give', {}, 'role');
  if (roleNeedsInstitution(role) && !institutionId)
    throw new DomainError('institution_needed', {}, 'institutionId');
  requireOn(ctx, 'person.invite', { institutionId, isReadable: true });
}

async function requireInstitution(tx: Transaction, ctx: Acting, institutionId: string | null): Promise<void> {
  if (!institutionId) return;
  const membership = await tx.prisma.membership.findFirst({
    where: { networkId: ctx.network.id, institutionId, state: 'active' },
    select: { id: true },
  });
  if (!membership) throw new DomainError('institution_needed', {}, 'institutionId');
}

function linesRefused(why: 'invalid' | 'repeated' | 'members', lines: string[]): DomainError {
  const shown = lines.slice(0, 5).join(', ');
  return new DomainError(
    `invitation_lines_${why}`,
    { lines: lines.length > 5 ? `${shown} …` : shown },
    'people',
  );
}

type Invited = { email: string; name: string; givenName?: string; familyName?: string; language?: string };

/**
 * Sends an invitation inside an open transaction, or the one that was not answered again. Whether the actor may give the
 * role, and whether the institution is a member, must be known.
 * @returns its id
 */
export async function inviteTo(
  tx: Transaction,
  ctx: Acting,
  { role, institutionId }: Offer,
  { email, name, givenName, familyName, language = ctx.network.defaultLanguage }: Invited,
): Promise<string> {
  const networkId = ctx.network.id;
  const unanswered = await tx.prisma.invitation.findFirst({
    where: { networkId, email, role, institutionId, acceptedAt: null, revokedAt: null },
    orderBy: { createdAt: 'desc' },
  });
  if (unanswered) {
    await sendAgain(tx, ctx, unanswered);
    return unanswered.id;
  }
  const invitationId = newId();
  await tx.prisma.invitation.create({
    data: {
      id: invitationId,
      networkId,
      email,
      invitedName: name,
      givenName,
      familyName,
      role,
      institutionId,
      language,
      invitedById: ctx.actor.personId,
      createdAt: ctx.now,
      lastSentAt: ctx.now,
      expiresAt: endOf(ctx),
    },
  });
  await recordSent(tx, ctx, invitationId, { role, isRepeat: false });
  return invitationId;
}

async function sendAgain(
  tx: Transaction,
  ctx: Acting,
  invitation: { id: string; role: string },
): Promise<void> {
  const { count } = await tx.prisma.invitation.updateMany({
    where: { networkId: ctx.network.id, id: invitation.id, acceptedAt: null, revokedAt: null },
    data: { expiresAt: endOf(ctx), lastSentAt: ctx.now, sentCount: { increment: 1 } },
  });
  if (count === 0) throw new DomainError('invitation_used');
  await recordSent(tx, ctx, invitation.id, { role: invitation.role, isRepeat: true });
}

function recordSent(
  tx: Transaction,
  ctx: Acting,
  invitationId: string,
  payload: { role: string; isRepeat: boolean },
): Promise<void> {
  return recordEvent(tx, {
    networkId: ctx.network.id,
    kind: 'invitation.sent',
    object: ['invitation', invitationId],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload,
  });
}

function endOf(ctx: Acting): Date {
  return new Date(ctx.now.getTime() + invitationDays * 86_400_000);
}
