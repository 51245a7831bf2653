import { noticePeople, noticeSupervised } from '@tessera/db/messages.server.ts';
import { distinctReaders, type Notice, notice, type Occasion, readerOf } from './notice.server.ts';

const steps = {
  'supervision.planned': 'planned',
  'supervision.near': 'near',
  'supervision.cancelled': 'cancelled',
} as const;

/** Tells the mentors of a meeting that it is planned, near or cancelled, and nothing of it; when it is near also who leads it. */
export async function supervisionTold(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, isLookingBack } = occasion;
  const { networkId, objectId } = event;
  const step = steps[event.kind as keyof typeof steps];
  const meeting = await tx.prisma.supervisionMeeting.findFirst({
    where: { networkId, id: objectId },
    select: { state: true, ledById: true },
  });
  const state = step === 'cancelled' ? 'cancelled' : 'planned';
  if (!meeting || (meeting.state !== state && !isLookingBack)) return [];
  const mentors = await tx.run(noticeSupervised(networkId, objectId));
  const leaders = step === 'near' ? await tx.run(noticePeople([meeting.ledById])) : [];
  const readers = [...mentors, ...leaders].map((person) => readerOf(event, person, 'mentoring'));
  return distinctReaders(readers).map((reader) => notice(occasion, 'supervision-notice', reader, { step }));
}
