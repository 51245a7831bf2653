import { holdLink } from '@tessera/db/founding.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { putAdoption } from '@tessera/db/library.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { lockReadable, note } from './access.server.ts';
import { readable } from './queries.server.ts';
import { isShown } from './rules.ts';
import type { Adoption, ResourceShare, ResourceUnshare } from './schema.ts';

/** Partner networks of an accepted link, and with which of them the resource is shared now. @throws DomainError not_found */
export async function sharingOf(ctx: Acting, resourceId: string) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    await readable(tx, ctx, { resourceId });
    const links = await tx.prisma.networkLink.findMany({
      where: {
        networkId,
        state: 'accepted',
        sharedModules: { has: 'resources' },
        OR: [{ validUntil: null }, { validUntil: { gt: ctx.now } }],
      },
      select: {
        otherNetwork: { select: { id: true, code: true, texts: { select: { language: true, name: true } } } },
      },
    });
    const shares = await tx.prisma.share.findMany({
      where: { networkId, objectId: resourceId, isActive: true },
      select: { recipientNetworkId: true, rights: true, creditedAs: true },
    });
    return links.map(({ otherNetwork: { id, code, texts } }) => {
      const share = shares.find(({ recipientNetworkId }) => recipientNetworkId === id);
      return {
        code,
        name: (texts.find(({ language }) => language === ctx.language) ?? texts[0])?.name ?? code,
        isShared: share !== undefined,
        rights: share?.rights ?? 'read',
        creditedAs: share?.creditedAs ?? '',
      };
    });
  });
}

/**
 * Shares a resource with a partner network; its members read it until the share is revoked. Sharing again changes what they
 * may make of it.
 * @throws DomainError not_found, resource_not_published, link_not_accepted
 */
export async function shareResource(
  ctx: Acting,
  { resourceId, recipient, rights, creditedAs }: z.output<typeof ResourceShare>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    // The archive waits for the same row.
    const { state } = await lockReadable(tx, ctx, resourceId);
    if (!isShown(state)) throw new DomainError('resource_not_published');
    const terms = { rights, creditedAs, isActive: true, revokedAt: null };
    await putShare(tx, ctx, { resourceId, recipient }, terms);
    await note(tx, ctx, 'resource.shared', resourceId, { recipient, rights });
  });
}

/** Takes a share back; it is gone at once, its files as well. @throws DomainError not_found, link_not_accepted */
export async function unshareResource(
  ctx: Acting,
  { resourceId, recipient }: z.output<typeof ResourceUnshare>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    await lockReadable(tx, ctx, resourceId);
    await putShare(tx, ctx, { resourceId, recipient }, { isActive: false, revokedAt: ctx.now });
    await note(tx, ctx, 'resource.share_revoked', resourceId, { recipient });
  });
}

async function putShare(
  tx: Transaction,
  ctx: Acting,
  { resourceId, recipient }: { resourceId: string; recipient: string },
  terms: { rights?: string; creditedAs?: string; isActive: boolean; revokedAt: Date | null },
): Promise<void> {
  const [link] = await tx.run(holdLink(ctx.network.id, recipient, 'resources', ctx.now));
  if (!link) throw new DomainError('link_not_accepted', {}, 'recipient');
  const where = {
    networkId: ctx.network.id,
    recipientNetworkId: link.otherNetworkId,
    objectId: resourceId,
  };
  const { count } = await tx.prisma.share.updateMany({ where, data: terms });
  if (count > 0 || !terms.isActive) return;
  await tx.prisma.share.create({
    data: { ...where, ...terms, id: newId(), objectKind: 'resource', createdAt: ctx.now },
  });
}

/**
 * Reports back to the owner what the own network did with a resource that is shared with it.
 * @throws DomainError not_found
 */
export async function reportAdoption(
  ctx: Acting,
  { resourceId, owner, outcome, word }: z.output<typeof Adoption>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const row = await readable(tx, ctx, { resourceId, owner });
    if (row.rights === null) throw new DomainError('not_found');
    await tx.run(
      putAdoption(ctx.network.id, row.networkId, resourceId, outcome, word, ctx.now, ctx.actor.personId),
    );
    await note(tx, ctx, 'resource.adoption_reported', resourceId, { outcome });
  });
}
