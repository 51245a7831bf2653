import { newId } from '@tessera/db/id.server.ts';
import {
  endReplacement,
  exchangeLinks,
  linkItems,
  lockLinkUses,
  syncLinks,
} from '@tessera/db/links.server.ts';
import { setPreparing, type Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { leadsOutside } from './addresses.server.ts';
import type { NewAddress, ReplacementId } from './schema.ts';
import { exchangeInTexts } from './texts.server.ts';

/**
 * Puts another address in the place of one, in all resources of the network that lead to it, by a link or in their words:
 * all or none of them.
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
    const found = await lockUses(tx, networkId, oldUrl, null);
    const words = await exchangeInTexts(tx, ctx, found.resources, { oldUrl, newUrl, made: null });
    if (found.items.length + words.texts.length === 0) throw new DomainError('link_not_used', {}, 'oldUrl');
    await tx.prisma.linkReplacement.create({
      data: {
        id: replacementId,
        networkId,
        oldUrl,
        newUrl,
        resources: 0,
        texts: words.texts,
        createdAt: ctx.now,
      },
    });
    const resources = await exchange(tx, ctx, found.items, words.resources, {
      oldUrl,
      newUrl,
      replacementId,
    });
    await tx.prisma.linkReplacement.updateMany({
      where: { networkId, id: replacementId },
      data: { resources },
    });
    return { replacementId, resources };
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
    const { oldUrl: newUrl, newUrl: oldUrl, texts: made } = ended;
    const found = await lockUses(tx, networkId, oldUrl, replacementId);
    const words = await exchangeInTexts(tx, ctx, found.resources, { oldUrl, newUrl, made });
    const change = { oldUrl, newUrl, replacementId: null };
    return { resources: await exchange(tx, ctx, found.items, words.resources, change) };
  });
}

// The resources are locked before their links are read, so that a change that goes on is seen. Words that are not shown yet are
// exchanged with the others, whoever asks for it.
async function lockUses(
  tx: Transaction,
  networkId: string,
  url: string,
  replacementId: string | null,
): Promise<{ resources: string[]; items: string[] }> {
  await tx.run(setPreparing(true));
  const resources = (await tx.run(lockLinkUses(networkId, url))).map(({ id }) => id);
  const items = await tx.run(linkItems(networkId, url, resources, replacementId));
  return { resources, items: items.map(({ id }) => id) };
}

async function exchange(
  tx: Transaction,
  ctx: Acting,
  items: string[],
  /** Whose words were changed already */
  written: readonly { resourceId: string; version: number }[],
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
  // A resource in which both were changed has its new version.
  const versions = new Map([...written, ...changed].map((each) => [each.resourceId, each.version]));
  await recordEvent(
    tx,
    ...[...versions].map(([resourceId, version]) => ({
      networkId,
      kind: replacementId ? ('resource.link_replaced' as const) : ('resource.link_restored' as const),
      object: ['resource', resourceId] as ['resource', string],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { version },
    })),
  );
  return versions.size;
}
