import { forgetLibraryWords, markReviewDue, unlistEnded } from '@tessera/db/library.server.ts';
import { inNetwork, inScope, inWholeNetwork } from '@tessera/db/scope.server.ts';
import { dayOf } from '../clock/zoned-time.ts';
import { recordEvent } from '../events/record.server.ts';

// Of those whose share has ended, in an hour.
const mostUnlisted = 20;

/**
 * Marks what is past the day by which it was to be checked, in every network by its own calendar, and forgets words that no text
 * holds any more. Safe to run twice and at once: what is marked is not marked again.
 * @returns how many were marked
 */
export async function sweepLibrary(realNow: Date): Promise<number> {
  const networks = await inScope({}, (tx) =>
    tx.prisma.network.findMany({
      where: { state: 'active', kind: { not: 'platform' } },
      select: { id: true, timeZone: true, clockOffset: true },
    }),
  );
  let marked = 0;
  for (const { id: networkId, timeZone, clockOffset } of networks) {
    const now = new Date(realNow.getTime() + clockOffset * 1000);
    marked += await inNetwork(networkId, async (tx) => {
      const rows = await tx.run(markReviewDue(networkId, dayOf(now, timeZone)));
      await recordEvent(
        tx,
        ...rows.map(({ id }) => ({
          networkId,
          kind: 'resource.review_due' as const,
          object: ['resource', id] as ['resource', string],
          actorId: null,
          at: now,
        })),
      );
      return rows.length;
    });
  }
  // Behind all marks, and each by itself: an editor who holds a resource and waits for a word waits for nobody who waits for them.
  for (const { id: networkId } of networks) {
    await inWholeNetwork(networkId, (tx) => tx.run(forgetLibraryWords(networkId)));
    await inWholeNetwork(networkId, (tx) => tx.run(unlistEnded(networkId, mostUnlisted)));
  }
  return marked;
}
