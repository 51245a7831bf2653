import { newId } from '@tessera/db/id.server.ts';
import {
  endReplacement,
  exchangeLinks,
  linkItems,
  lockLinkUses,
  syncLinks,
} from '@tessera/db/links.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { leadsOutside } from './addresses.server.ts';
import type { NewAddress, ReplacementId } from './schema.ts';

/**
 * Puts another address in the place of one, in all resources of the network that lead to it: all or none of them.
 * @throws DomainError link_not_public, link_same, link_not_used
 */
export async function replaceLink(
  ctx: Acting,
  { oldUrl, newUrl }: z.output<typeof NewAddress>,
): Promise<{ replacementId: string; resources: number }> {
  const networkId = ctx.network.id;
  if (oldUrl === newUrl) throw new DomainError('link_same', {}, 'newUrl');
  if (!leadsOutside(newUrl)) throw new DomainError('link_not_public', {}, 'newUrl');
  const replacementId = newId();
  return ctx.transaction(async (tx) => {
    const items = await itemsWith(tx, networkId, oldUrl, null);
    if (items.length === 0) throw new DomainError('link_not_used', {}, 'oldUrl');
    await tx.prisma.linkReplacement.create({
      data: { id: replacementId, networkId, oldUrl, newUrl, resources: 0, createdAt: ctx.now },
    });
    const changed = await exchange(tx, ctx, items, { oldUrl, newUrl, replacementId });
    await tx.prisma.linkReplacement.updateMany({
      where: { networkId, id: replacementId },
      data: { resources: changed },
    });
    return { replacementId, resources: changed };
  });
}

/**
 * Puts the old address back where the replacement still stands; what was changed again since then stays as it is.
 * @throws DomainError not_found when there is none, or it was undone before
 */
export async function undoReplacement(
  ctx: Acting,
  { replacementId }: z.output<typeof ReplacementId>,
): Promise<{ resources: number }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const [ended] = await tx.run(endReplacement(networkId, replacementId, ctx.now));
    if (!ended) throw new DomainError('not_found');
    const { oldUrl: newUrl, newUrl: oldUrl } = ended;
    const items = await itemsWith(tx, networkId, oldUrl, replacementId);
    return { resources: await exchange(tx, ctx, items, { oldUrl, newUrl, replacementId: null }) };
  });
}

// The resources are locked before their links are read, so that a change that goes on is seen.
async function itemsWith(
  tx: Transaction,
  networkId: string,
  url: string,
  replacementId: string | null,
): Promise<string[]> {
  const resources = await tx.run(lockLinkUses(networkId, url));
  const ids = resources.map(({ id }) => id);
  return (await tx.run(linkItems(networkId, url, ids, replacementId))).map(({ id }) => id);
}

async function exchange(
  tx: Transaction,
  ctx: Acting,
  items: string[],
  { oldUrl, newUrl, replacementId }: { oldUrl: string; newUrl: string; replacementId: string | null },
): Promise<number> {
  const networkId = ctx.network.id;
  const changed = await tx.run(
    exchangeLinks(
      networkId,
      items,
      items.map(() => newId()),
      newUrl,
      replacementId,
      `${oldUrl} → ${newUrl}`,
      ctx.now,
      ctx.actor.personId,
      new URL(oldUrl).hostname,
      new URL(newUrl).hostname,
    ),
  );
  await tx.run(syncLinks(networkId, ctx.realNow));
  await recordEvent(
    tx,
    ...changed.map(({ resourceId, version }) => ({
      networkId,
      kind: replacementId ? ('resource.link_replaced' as const) : ('resource.link_restored' as const),
      object: ['resource', resourceId] as ['resource', string],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { version },
    })),
  );
  return changed.length;
}
