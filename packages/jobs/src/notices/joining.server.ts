import { linkToken } from '@tessera/core/identity/secrets.server.ts';
import { isRequestOpen, requestHours } from '@tessera/core/registering/rules.ts';
import { noticeCoordinators } from '@tessera/db/messages.server.ts';
import {
  distinctReaders,
  hiddenToken,
  type Notice,
  nameOf,
  notice,
  type Occasion,
  readerOf,
} from './notice.server.ts';
import { personOf } from './registering.server.ts';

const applicationOf = ({ tx, event: { networkId, objectId: id } }: Occasion) =>
  tx.prisma.membershipApplication.findFirst({ where: { networkId, id } });

/** Brings the link that confirms the address of an application, while it can still be confirmed. */
export async function applicationAsked(occasion: Occasion): Promise<Notice[]> {
  const { event, now, isLookingBack } = occasion;
  const application = await applicationOf(occasion);
  if (!application || application.confirmedAt || !isRequestOpen(application, now)) return [];
  const reader = readerOf(event, personOf(application), 'own');
  if (!reader) return [];
  const { id, name, askedAt } = application;
  return [
    notice(occasion, 'application-request', reader, {
      institutionName: name,
      applicationId: id,
      token: isLookingBack ? hiddenToken : linkToken('application', id),
      expiresAt: new Date(askedAt.getTime() + requestHours * 3_600_000),
      timeZone: event.network.timeZone,
    }),
  ];
}

/** Tells the coordinators that an institution asks to join, unless somebody decided already. */
export async function applicationConfirmed(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, realNow, isLookingBack } = occasion;
  const application = await applicationOf(occasion);
  if (!application || (application.decidedAt && !isLookingBack)) return [];
  const coordinators = await tx.run(noticeCoordinators(event.networkId, realNow));
  const readers = distinctReaders(coordinators.map((person) => readerOf(event, person, 'organised')));
  const { id, name, locality, county } = application;
  return readers.map((reader) =>
    notice(occasion, 'application-received', reader, {
      institutionName: name,
      place: [locality, county].filter(Boolean).join(', '),
      personName: nameOf(personOf(application)),
      applicationId: id,
    }),
  );
}

/** Tells who applied that the network declined, and why. */
export async function applicationDeclined(occasion: Occasion): Promise<Notice[]> {
  const application = await applicationOf(occasion);
  const reader = application && readerOf(occasion.event, personOf(application), 'own');
  if (!reader) return [];
  const { name, reason } = application;
  return [notice(occasion, 'application-declined', reader, { institutionName: name, reason })];
}
