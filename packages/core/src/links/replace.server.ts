import { newId } from '@tessera/db/id.server.ts';
import {
  type ExchangedText,
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
import { holdLevels } from '../translations/hold-levels.server.ts';
import { leadsOutside } from './addresses.server.ts';
import type { NewAddress, ReplacementId } from './schema.ts';
import { exchangeInTexts, restoreTexts, type WrittenResource } from './texts.server.ts';

/**
 * Puts another address in the place of one, in all resources of the network that lead to it, by a link or in their words:
 * all or none of them.
 * @throws DomainError link_not_public, link_same, link_not_used, link_not_in_words, link_words_too_long
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
    const found = await lockUses(tx, ctx, oldUrl, null);
    const words = await exchangeInTexts(tx, ctx, found.resources, { oldUrl, newUrl });
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
    const { oldUrl, newUrl, texts } = ended;
    const found = await lockUses(tx, ctx, newUrl, { replacementId, texts });
    const written = await restoreTexts(tx, ctx, found.resources, texts, { oldUrl, newUrl });
    const back = { oldUrl: newUrl, newUrl: oldUrl, replacementId: null };
    return { resources: await exchange(tx, ctx, found.items, written, back) };
  });
}

// The resources are locked before their links are read, so that a change that goes on is seen. Words that are not shown yet are
// exchanged with the others, whoever asks for it. The rows of resources mark their texts, so the levels of their languages are held
// before them.
async function lockUses(
  tx: Transaction,
  { network }: Acting,
  url: string,
  made: { replacementId: string; texts: readonly ExchangedText[] } | null,
): Promise<{ resources: string[]; items: string[] }> {
  await tx.run(setPreparing(true));
  await holdLevels(tx, network);
  const inTexts = made?.texts.map(({ resourceId }) => resourceId) ?? [];
  const resources = (await tx.run(lockLinkUses(network.id, url, inTexts))).map(({ id }) => id);
  const items = await tx.run(linkItems(network.id, url, resources, made?.replacementId ?? null));
  return { resources, items: items.map(({ id }) => id) };
}

async function exchange(
  tx: Transaction,
  ctx: Acting,
  items: string[],
  /** Whose words were changed already */
  written: readonly WrittenResource[],
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
      nameOf(oldUrl),
      nameOf(newUrl),
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

/** What a link to an address is called when nobody named it. */
function nameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}
