import { noticePeople } from '@tessera/db/messages.server.ts';
import { distinctReaders, type Notice, notice, type Occasion, readerOf } from './notice.server.ts';

/** Tells who ordered translations from the machine that the order was ended before all of them were there. */
export async function machineStopped(occasion: Occasion): Promise<Notice[]> {
  const { tx, event } = occasion;
  const order = await tx.prisma.machineOrder.findFirst({
    where: { networkId: event.networkId, id: event.objectId },
    select: { createdById: true, reason: true },
  });
  if (!order) return [];
  const people = await tx.run(noticePeople([order.createdById]));
  return distinctReaders(people.map((person) => readerOf(event, person, 'organised'))).map((reader) =>
    notice(occasion, 'machine-stopped', reader, { isLost: order.reason === 'lost' }),
  );
}
