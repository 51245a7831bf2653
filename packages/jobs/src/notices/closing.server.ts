import { noticeMembers } from '@tessera/db/messages.server.ts';
import { distinctReaders, type Notice, notice, type Occasion, readerOf } from './notice.server.ts';

const steps = {
  'closing.asked': 'asked',
  'closing.confirmed': 'confirmed',
  'closing.withdrawn': 'withdrawn',
} as const;

/**
 * Tells the coordinators that somebody asks to close the network, and everybody with a role in it that it closes or does
 * not after all; nobody what they did themselves. A request that was taken back before it was confirmed concerns the
 * coordinators alone.
 */
export async function closingTold(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, realNow, isLookingBack } = occasion;
  const { networkId, actorId, objectId: id } = event;
  const closing = await tx.prisma.networkClosing.findFirst({
    where: { networkId, id },
    select: { state: true, confirmedAt: true, deleteAfter: true },
  });
  const step = steps[event.kind as keyof typeof steps];
  if (!closing || (closing.state !== step && !isLookingBack)) return [];
  const members = await tx.run(noticeMembers(networkId, realNow));
  const concerned = members.filter(
    ({ personId, isCoordinator }) => personId !== actorId && (isCoordinator || closing.confirmedAt !== null),
  );
  const coordinators = new Set(concerned.flatMap((each) => (each.isCoordinator ? [each.personId] : [])));
  return distinctReaders(concerned.map((person) => readerOf(event, person, 'security'))).map((reader) =>
    notice(occasion, 'closing-notice', reader, {
      step,
      deleteAfter: step === 'confirmed' ? closing.deleteAfter : null,
      timeZone: event.network.timeZone,
      isCoordinator: reader.personId !== null && coordinators.has(reader.personId),
    }),
  );
}
