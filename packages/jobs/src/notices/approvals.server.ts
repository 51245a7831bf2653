import { noticeApprovers, noticePeople } from '@tessera/db/messages.server.ts';
import { distinctReaders, type Notice, notice, type Occasion, readerOf } from './notice.server.ts';

/** Tells the coordinators who may decide that a mentor asks for an approval, as long as it waits; neither which nor whose. */
export async function approvalRequested(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, realNow, isLookingBack } = occasion;
  const approval = await approvalOf(occasion);
  if (!approval || (approval.state !== 'requested' && !isLookingBack)) return [];
  const people = await tx.run(noticeApprovers(event.networkId, realNow, approval.id));
  const readers = people.map((person) => readerOf(event, person, 'mentoring'));
  return distinctReaders(readers).map((reader) =>
    notice(occasion, 'approval-notice', reader, { step: 'requested', approvalId: approval.id }),
  );
}

/** Tells the mentor who asked that it is decided, and nothing of it. */
export async function approvalDecided(occasion: Occasion): Promise<Notice[]> {
  const { tx, event } = occasion;
  const approval = await approvalOf(occasion);
  if (!approval?.decidedById) return [];
  const people = await tx.run(noticePeople([approval.requestedById]));
  const readers = people.map((person) => readerOf(event, person, 'mentoring'));
  return distinctReaders(readers).map((reader) =>
    notice(occasion, 'approval-notice', reader, { step: 'decided', approvalId: approval.id }),
  );
}

function approvalOf({ tx, event }: Occasion) {
  return tx.prisma.relationApproval.findFirst({
    where: { networkId: event.networkId, id: event.objectId },
    select: { id: true, state: true, requestedById: true, decidedById: true },
  });
}
