import { linkToken, oneTimeCode } from '@tessera/core/identity/secrets.server.ts';
import type { Role } from '@tessera/core/permissions.ts';
import { noticePeople } from '@tessera/db/messages.server.ts';
import { pickLanguage } from '@tessera/i18n/languages.ts';
import {
  hiddenToken,
  inLanguage,
  type Notice,
  nameOf,
  notice,
  type Occasion,
  type Reader,
  readerOf,
} from './notice.server.ts';

// The secrets are made here, on the way into the mail; no event, job or log ever held them.

/** Brings a one-time code, while it still works. */
export async function signInCode(occasion: Occasion): Promise<Notice[]> {
  const token = await openToken(occasion, 'code');
  if (!token) return [];
  const { id, reader, expiresInMinutes } = token;
  return [notice(occasion, 'sign-in-code', reader, { code: oneTimeCode(id), expiresInMinutes })];
}

/** Brings the link for a new password, while it still works. */
export async function passwordReset(occasion: Occasion): Promise<Notice[]> {
  const found = await openToken(occasion, 'password_reset');
  if (!found) return [];
  const { id, reader, expiresInMinutes } = found;
  const token = linkToken('password_reset', id);
  return [notice(occasion, 'password-reset', reader, { resetId: id, token, expiresInMinutes })];
}

/** Brings an invitation, unless it was answered, taken back or ran out. */
export async function invitationSent(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, now, isLookingBack } = occasion;
  const { networkId } = event;
  const isOpen = { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } };
  const invitation = await tx.prisma.invitation.findFirst({
    where: { networkId, id: event.objectId, ...(isLookingBack ? {} : isOpen) },
  });
  if (!invitation) return [];
  const { id, email, role, institutionId, invitedById, expiresAt } = invitation;
  const person = await tx.prisma.person.findFirst({
    where: { email, state: 'active' },
    select: { id: true },
  });
  const people = await tx.run(
    noticePeople([person?.id, invitedById].filter((known) => typeof known === 'string')),
  );
  const invited = people.find(({ personId }) => personId === person?.id) ?? null;
  const inviter = people.find(({ personId }) => personId === invitedById) ?? null;
  const institutionNames = institutionId
    ? await tx.prisma.institutionText.findMany({
        where: { institutionId },
        select: { language: true, name: true },
      })
    : [];
  const language = pickLanguage([invited?.language, invitation.language, event.network.defaultLanguage]);
  const topic = 'invitations' as const;
  const reader = { personId: invited?.personId ?? null, email, name: nameOf(invited), language, topic };
  return [
    notice(occasion, 'invitation', reader, {
      inviterName: nameOf(inviter),
      role: role as Role,
      institutionName: inLanguage(institutionNames, language, event),
      invitationId: id,
      token: isLookingBack ? hiddenToken : linkToken('invitation', id),
      expiresAt,
      timeZone: event.network.timeZone,
    }),
  ];
}

/** Tells a person that an account signs them in from now on. */
export async function ownAccountLinked(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, payload } = occasion;
  const link = await tx.prisma.accountLink.findFirst({
    where: { networkId: event.networkId, id: payload.linkId },
    select: { personId: true, provider: { select: { name: true } } },
  });
  if (!link || !payload.linkId) return [];
  const [person] = await tx.run(noticePeople([link.personId]));
  const reader = readerOf(event, person, 'security');
  if (!reader) return [];
  return [notice(occasion, 'own-account-linked', reader, { accountName: link.provider.name })];
}

type OpenToken = { id: string; reader: Reader; expiresInMinutes: number };

async function openToken(occasion: Occasion, purpose: 'code' | 'password_reset'): Promise<OpenToken | null> {
  const { tx, event, payload, realNow, isLookingBack } = occasion;
  if (!payload.tokenId || isLookingBack) return null;
  const token = await tx.prisma.loginToken.findFirst({
    where: { id: payload.tokenId, purpose, usedAt: null, expiresAt: { gt: realNow } },
    select: { id: true, personId: true, expiresAt: true },
  });
  if (!token) return null;
  const [person] = await tx.run(noticePeople([token.personId]));
  const reader = readerOf(event, person, 'security');
  if (!reader || !person) return null;
  const language = pickLanguage([payload.language, person.language]);
  const expiresInMinutes = Math.ceil((token.expiresAt.getTime() - realNow.getTime()) / 60_000);
  return { id: token.id, reader: { ...reader, language }, expiresInMinutes };
}
