import { newId } from '@tessera/db/id.server.ts';
import { digestReaders, dueDigests, fillDigests, lockDigests } from '@tessera/db/notices.server.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { recordEvent } from '../events/record.server.ts';

/**
 * Puts what people wanted to hear once a day into one digest each, in every network whose morning has come. The mail
 * follows from the event, which is written in the same transaction: a digest that was collected is sent, and what was
 * not collected waits. Safe to run twice and at once; nobody gets two on one day of the network.
 * @returns how many digests were made
 */
export async function collectDigests(realNow: Date): Promise<number> {
  const due = await inScope({ door: 'platform' }, (tx) => tx.run(dueDigests(realNow)));
  let made = 0;
  for (const { networkId, clockOffset, day, collectedUntil } of due) {
    const at = new Date(realNow.getTime() + clockOffset * 1000);
    made += await inNetwork(networkId, async (tx) => {
      await tx.run(lockDigests(networkId));
      const readers = await tx.run(digestReaders(networkId, collectedUntil, day));
      const digests = readers.map((reader) => ({ ...reader, eventId: newId() }));
      await recordEvent(
        tx,
        ...digests.map(({ eventId, personId, count }) => ({
          id: eventId,
          networkId,
          kind: 'digest.due' as const,
          object: ['person', personId] as ['person', string],
          actorId: null,
          at,
          payload: { day, count },
        })),
      );
      await tx.run(fillDigests(networkId, collectedUntil, JSON.stringify(digests)));
      return digests.length;
    });
  }
  return made;
}
