import { newId } from '@tessera/db/id.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { recordEvent } from '../events/record.server.ts';

/** Makes two networks partners in both directions; sharing between them is possible from now on. */
export async function acceptLink(
  ctx: { actorId: string | null; now: Date },
  networkId: string,
  otherNetworkId: string,
  sharedModules: string[],
): Promise<void> {
  for (const [from, to] of [
    [networkId, otherNetworkId],
    [otherNetworkId, networkId],
  ] as const) {
    await inNetwork(from, async (tx) => {
      const existing = await tx.prisma.networkLink.findFirst({
        where: { networkId: from, otherNetworkId: to },
      });
      if (existing?.state === 'accepted') return;
      const data = { sharedModules, state: 'accepted', acceptedAt: ctx.now, revokedAt: null };
      await tx.prisma.networkLink.upsert({
        where: { networkId_otherNetworkId: { networkId: from, otherNetworkId: to } },
        create: { id: newId(), networkId: from, otherNetworkId: to, ...data },
        update: data,
      });
      await recordEvent(tx, {
        networkId: from,
        kind: 'network.link_accepted',
        object: ['network', to],
        actorId: ctx.actorId,
        at: ctx.now,
        payload: { sharedModules },
      });
    });
  }
}
