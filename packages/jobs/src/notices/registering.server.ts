import { linkToken } from '@tessera/core/identity/secrets.server.ts';
import { isRequestOpen, requestHours } from '@tessera/core/registering/rules.ts';
import { noticeCoordinators, noticePeople, noticeSeat, noticeTraining } from '@tessera/db/messages.server.ts';
import { decisionOnSeat } from '@tessera/db/registering.server.ts';
import { pickLanguage } from '@tessera/i18n/languages.ts';
import {
  distinctReaders,
  factsOf,
  hiddenToken,
  inLanguage,
  leaveTokenOf,
  type Notice,
  nameOf,
  notice,
  type Occasion,
  readerOf,
} from './notice.server.ts';
import { aboutSeat, isGuest, trainingOf } from './seats.server.ts';

/** Brings the link that confirms an address, while the request can still be confirmed. */
export async function seatRequested(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, now, isLookingBack } = occasion;
  const { networkId } = event;
  const request = await tx.prisma.seatRequest.findFirst({ where: { networkId, id: event.objectId } });
  if (!request || !isRequestOpen(request, now)) return [];
  const [training] = await tx.run(noticeTraining(networkId, request.trainingId));
  const reader = readerOf(event, personOf(request), 'own');
  if (!training || !reader) return [];
  return [
    notice(occasion, 'seat-request', reader, {
      training: factsOf(training, reader.language, event),
      requestId: request.id,
      token: isLookingBack ? hiddenToken : linkToken('seat_request', request.id),
      expiresAt: new Date(request.askedAt.getTime() + requestHours * 3_600_000),
    }),
  ];
}

/** Brings a personal invitation to an event, unless it was answered, taken back or ran out. */
export async function seatInvited(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, now, isLookingBack } = occasion;
  const { networkId } = event;
  const isOpen = { answeredAt: null, revokedAt: null, expiresAt: { gt: now } };
  const invitation = await tx.prisma.seatInvitation.findFirst({
    where: { networkId, id: event.objectId, ...(isLookingBack ? {} : isOpen) },
  });
  if (!invitation) return [];
  const { id, email, invitedName, invitedById, expiresAt } = invitation;
  const [training] = await tx.run(noticeTraining(networkId, invitation.trainingId));
  if (!training) return [];
  const [inviter] = await tx.run(noticePeople(invitedById ? [invitedById] : []));
  const language = pickLanguage([invitation.language, event.network.defaultLanguage]);
  const reader = {
    personId: null,
    email,
    name: invitedName || null,
    language,
    topic: 'invitations' as const,
  };
  return [
    notice(occasion, 'seat-invitation', reader, {
      training: factsOf(training, language, event),
      inviterName: nameOf(inviter ?? null),
      invitationId: id,
      token: isLookingBack ? hiddenToken : linkToken('seat_invitation', id),
      expiresAt,
    }),
  ];
}

/** Tells what the organiser decided on a seat, and why it was refused. */
export async function seatDecided(occasion: Occasion): Promise<Notice[]> {
  const { tx, event } = occasion;
  const [decision] = await tx.run(decisionOnSeat(event.networkId, event.objectId));
  const states = event.kind === 'seat.rejected' ? ['rejected'] : ['confirmed', 'waiting'];
  return aboutSeat(occasion, states, (seat, training, reader) =>
    notice(occasion, 'seat-decided', reader, {
      training: factsOf(training, reader.language, event),
      personName: nameOf(seat.participant),
      institutionName: inLanguage(seat.institutionNames, reader.language, event),
      outcome:
        event.kind === 'seat.rejected' ? 'rejected' : seat.state === 'waiting' ? 'waiting' : 'confirmed',
      reason: decision?.reason ?? '',
      position: decision?.position ?? null,
      seatId: seat.id,
      leaveToken: leaveTokenOf(occasion, seat),
      isGuest: isGuest(seat),
    }),
  );
}

/** Tells the coordinators that somebody else sits in a seat now and that it waits for them again. */
export async function seatAskedAgain(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, realNow } = occasion;
  const [seat] = await tx.run(noticeSeat(event.networkId, event.objectId));
  const training = await trainingOf(occasion, seat);
  if (!seat || !training || !['pending', 'requested'].includes(seat.state)) return [];
  const coordinators = await tx.run(noticeCoordinators(event.networkId, realNow));
  const readers = distinctReaders(coordinators.map((person) => readerOf(event, person, 'organised')));
  return readers.map((reader) =>
    notice(occasion, 'seat-asked-again', reader, {
      training: factsOf(training, reader.language, event),
      personName: nameOf(seat.participant),
      institutionName: inLanguage(seat.institutionNames, reader.language, event),
    }),
  );
}

type Requested = {
  email: string;
  givenName: string;
  familyName: string;
  nameOrder: string;
  language: string;
};

/** Somebody without a login, as they typed themselves. */
export function personOf({ email, givenName, familyName, nameOrder, language }: Requested) {
  const order = nameOrder === 'family_first' ? ('family_first' as const) : ('given_first' as const);
  return { personId: null, email, givenName, familyName, nameOrder: order, language };
}
