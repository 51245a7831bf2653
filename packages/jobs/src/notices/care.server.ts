import {
  type NoticePerson,
  noticeCoordinators,
  noticeMentor,
  noticePeople,
  noticeSafeguardingLeads,
} from '@tessera/db/messages.server.ts';
import type { CareNoticeProps } from '@tessera/emails/care-notice.tsx';
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

/** Tells a mentor, or the coordinators, how much stands still or is still to be logged; whom it is about stands on the page. */
export async function careTold(occasion: Occasion): Promise<Notice[]> {
  const { event, payload } = occasion;
  const step = event.kind === 'care.log_missing' ? 'log' : 'standstill';
  return careNotices(occasion, await keepersOf(occasion), { step, count: payload.count });
}

/** Tells a mentor, or the coordinators, the figures of the last week. */
export async function careWeek(occasion: Occasion): Promise<Notice[]> {
  const { relations, standing, questions, held } = occasion.payload;
  const readers = distinctReaders(
    (await keepersOf(occasion)).map((person) => readerOf(occasion.event, person, 'mentoring')),
  );
  return readers.map((reader) =>
    notice(occasion, 'care-week', reader, { relations, standing, questions, held }),
  );
}

/** The mentor whom an event is about, or the coordinators where it is about the network. */
function keepersOf({ tx, event: { networkId, objectId }, realNow }: Occasion): Promise<NoticePerson[]> {
  return objectId === networkId
    ? tx.run(noticeCoordinators(networkId, realNow))
    : tx.run(noticeMentor(networkId, objectId));
}

/** Tells the mentor that the coordinator asks something, as long as it is open. */
export async function flagAsked(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, isLookingBack } = occasion;
  const flag = await flagOf(occasion);
  if (!flag || (flag.resolvedAt && !isLookingBack)) return [];
  const mentors = await tx.run(noticeMentor(event.networkId, flag.relation.mentorId));
  return careNotices(occasion, mentors, { step: 'asked', count: 1 });
}

/** Tells who asked that the mentor answered. */
export async function flagAnswered(occasion: Occasion): Promise<Notice[]> {
  const flag = await flagOf(occasion);
  if (!flag) return [];
  const people = await occasion.tx.run(noticePeople([flag.askedById]));
  return careNotices(occasion, people, { step: 'answered', count: 1 });
}

const flagOf = ({ tx, event: { networkId, objectId: id } }: Occasion) =>
  tx.prisma.mentoringFlag.findFirst({
    where: { networkId, id },
    select: { askedById: true, resolvedAt: true, relation: { select: { mentorId: true } } },
  });

function careNotices(occasion: Occasion, people: readonly NoticePerson[], props: CareNoticeProps): Notice[] {
  const readers = distinctReaders(people.map((person) => readerOf(occasion.event, person, 'mentoring')));
  return readers.map((reader) => notice(occasion, 'care-notice', reader, props));
}
