import { newId } from '@tessera/db/id.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { recordEvent } from '../events/record.server.ts';

/** One side of a partnership, with the moment on its own clock. */
type Side = { networkId: string; now: Date };

/** Makes two networks partners in both directions; sharing between them is possible from now on. */
export async function acceptLink(
  actorId: string | null,
  one: Side,
  other: Side,
  sharedModules: string[],
): Promise<void> {
  for (const [{ networkId: from, now }, { networkId: to }] of [
    [one, other],
    [other, one],
  ] as const) {
    await inNetwork(from, async (tx) => {
      const existing = await tx.prisma.networkLink.findFirst({
        where: { networkId: from, otherNetworkId: to },
      });
      if (existing?.state === 'accepted') return;
      const data = { sharedModules, state: 'accepted', acceptedAt: now, revokedAt: null };
      await tx.prisma.networkLink.upsert({
        where: { networkId_otherNetworkId: { networkId: from, otherNetworkId: to } },
        create: { id: newId(), networkId: from, otherNetworkId: to, ...data },
        update: data,
      });
      await recordEvent(tx, {
        networkId: from,
        kind: 'network.link_accepted',
        object: ['network', to],
        actorId,
        at: now,
        payload: { sharedModules },
      });
    });
  }
}
