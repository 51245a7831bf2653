import { lostMachineOrders } from '@tessera/db/machine.server.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { settleOrder } from './settle.server.ts';

/**
 * How long a job may take with all its tries, by the real clock; the last one comes within two hours. What waits longer was lost
 * with its queue.
 */
const longestJobMs = 24 * 3_600_000;

/**
 * Gives up orders whose job will not come again: it is on the list of dead jobs, or was handed to the queue a day ago. What they
 * held goes back to the budget, and whoever ordered is told. Safe to run twice and at once.
 * @returns how many were given up
 */
export async function sweepMachineOrders(realNow: Date): Promise<number> {
  const networks = await inScope({}, (tx) =>
    tx.prisma.network.findMany({
      where: { kind: { not: 'platform' } },
      select: { id: true, clockOffset: true },
    }),
  );
  const handedBefore = new Date(realNow.getTime() - longestJobMs);
  let ended = 0;
  for (const { id: networkId, clockOffset } of networks) {
    const now = new Date(realNow.getTime() + clockOffset * 1000);
    const orders = await inNetwork(networkId, (tx) => tx.run(lostMachineOrders(networkId, handedBefore)));
    for (const order of orders)
      if (await settleOrder({ networkId, now, actorId: null }, order, 'lost')) ended += 1;
  }
  return ended;
}
