import { lockMachineYear } from '@tessera/db/machine.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { recordEvent } from '../../events/record.server.ts';

type Place = {
  networkId: string;
  /** By the network's clock */
  now: Date;
  /** Who asked; nobody where an order is given up */
  actorId: string | null;
};
type Order = { id: string; year: number; reserved: number };

/**
 * Ends an order, once: what was translated counts, the rest of what it held is given back.
 * @param reason why it was stopped; empty when it is done
 * @returns whether it was still to be ended
 */
export async function settleOrder(
  { networkId, now, actorId }: Place,
  { id, year, reserved }: Order,
  reason: string,
): Promise<boolean> {
  return inNetwork(networkId, async (tx) => {
    await tx.run(lockMachineYear(networkId, year));
    const state = reason === '' ? 'done' : 'stopped';
    const { count } = await tx.prisma.machineOrder.updateMany({
      where: { networkId, id, state: 'waiting' },
      data: { state, reason, finishedAt: now },
    });
    if (count === 0) return false;
    const order = await tx.prisma.machineOrder.findFirst({
      where: { networkId, id },
      select: { used: true },
    });
    await tx.prisma.machineYear.updateMany({
      where: { networkId, year },
      data: { reserved: { decrement: reserved }, used: { increment: order?.used ?? 0 } },
    });
    await recordEvent(tx, {
      networkId,
      kind: state === 'done' ? 'machine_order.done' : 'machine_order.stopped',
      object: ['machine_order', id],
      actorId,
      at: now,
    });
    return true;
  });
}
