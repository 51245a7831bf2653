import {
  type NoticePerson,
  noticeCoordinators,
  noticeSafeguardingLeads,
} from '@tessera/db/messages.server.ts';
import { distinctReaders, type Notice, notice, type Occasion, readerOf } from './notice.server.ts';

/**
 * Tells the safeguarding leads that a concern waits to be read, and nothing of it. Where nobody is one the coordinators are
 * told that somebody has to be named.
 */
export async function concernRaised(occasion: Occasion): Promise<Notice[]> {
  if (!(await isWaiting(occasion))) return [];
  const { tx, event, realNow } = occasion;
  const leads = await tx.run(noticeSafeguardingLeads(event.networkId, realNow));
  if (leads.length > 0) return concernNotices(occasion, leads, 'raised');
  return concernNotices(occasion, await tx.run(noticeCoordinators(event.networkId, realNow)), 'unheld');
}

/** Tells the leads and the coordinators that nobody looked at a concern in time. */
export async function concernEscalated(occasion: Occasion): Promise<Notice[]> {
  if (!(await isWaiting(occasion))) return [];
  const { tx, event, realNow } = occasion;
  const leads = await tx.run(noticeSafeguardingLeads(event.networkId, realNow));
  const coordinators = await tx.run(noticeCoordinators(event.networkId, realNow));
  return concernNotices(occasion, [...leads, ...coordinators], 'late');
}

async function isWaiting({ tx, event, isLookingBack }: Occasion): Promise<boolean> {
  const concern = await tx.prisma.safeguardingConcern.findFirst({
    where: { networkId: event.networkId, id: event.objectId },
    select: { state: true },
  });
  return concern !== null && (isLookingBack || concern.state === 'raised');
}

function concernNotices(
  occasion: Occasion,
  people: readonly NoticePerson[],
  step: 'raised' | 'unheld' | 'late',
): Notice[] {
  return distinctReaders(people.map((person) => readerOf(occasion.event, person, 'security'))).map((reader) =>
    notice(occasion, 'concern-notice', reader, { step }),
  );
}
