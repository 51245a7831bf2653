import { holdLink } from '@tessera/db/founding.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';

/** Partner networks of an accepted link, and with which of them the training is shared now. */
export async function sharingOf(ctx: Acting, trainingId: string) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const training = await tx.prisma.training.findFirst({
      where: { networkId, id: trainingId },
      select: { id: true },
    });
    if (!training) throw new DomainError('not_found');
    const links = await tx.prisma.networkLink.findMany({
      where: {
        networkId,
        state: 'accepted',
        sharedModules: { has: 'trainings' },
        OR: [{ validUntil: null }, { validUntil: { gt: ctx.now } }],
      },
      select: {
        otherNetwork: { select: { id: true, code: true, texts: { select: { language: true, name: true } } } },
      },
    });
    const shares = await tx.prisma.share.findMany({
      where: { networkId, objectId: trainingId, isActive: true },
      select: { recipientNetworkId: true, takesGuests: true },
    });
    const shared = new Map(shares.map((share) => [share.recipientNetworkId, share.takesGuests]));
    return links.map(({ otherNetwork: { id, code, texts } }) => ({
      code,
      name: (texts.find(({ language }) => language === ctx.language) ?? texts[0])?.name ?? code,
      isShared: shared.has(id),
      takesGuests: shared.get(id) ?? false,
    }));
  });
}

/**
 * Shares a training with a partner network; its members read it until the share is revoked, and with `takesGuests` its
 * institutions ask for seats. Sharing again changes that.
 * @throws DomainError not_found, link_not_accepted
 */
export async function shareTraining(
  ctx: Acting,
  input: { trainingId: string; recipient: string; takesGuests?: boolean },
): Promise<void> {
  await changeShare(ctx, input, true);
}

/** Takes a share back; it is gone at once. */
export async function revokeShare(
  ctx: Acting,
  input: { trainingId: string; recipient: string },
): Promise<void> {
  await changeShare(ctx, input, false);
}

async function changeShare(
  ctx: Acting,
  input: { trainingId: string; recipient: string; takesGuests?: boolean },
  isActive: boolean,
): Promise<void> {
  const networkId = ctx.network.id;
  const { trainingId, recipient, takesGuests = false } = input;
  await ctx.transaction(async (tx) => {
    const training = await tx.prisma.training.findFirst({
      where: { networkId, id: trainingId },
      select: { id: true },
    });
    if (!training) throw new DomainError('not_found');
    const [link] = await tx.run(holdLink(networkId, recipient, 'trainings', ctx.now));
    if (!link) throw new DomainError('link_not_accepted', {}, 'recipient');
    const recipientNetworkId = link.otherNetworkId;
    const existing = await tx.prisma.share.findFirst({
      where: { networkId, recipientNetworkId, objectId: trainingId },
    });
    if ((existing?.isActive ?? false) === isActive && (!isActive || existing?.takesGuests === takesGuests))
      return;
    const state = { isActive, takesGuests: isActive && takesGuests, revokedAt: isActive ? null : ctx.now };
    if (existing) await tx.prisma.share.updateMany({ where: { networkId, id: existing.id }, data: state });
    else {
      await tx.prisma.share.create({
        data: {
          id: newId(),
          networkId,
          recipientNetworkId,
          objectKind: 'training',
          objectId: trainingId,
          createdAt: ctx.now,
          ...state,
        },
      });
    }
    await recordEvent(tx, {
      networkId,
      kind: isActive ? 'training.shared' : 'training.share_revoked',
      object: ['training', trainingId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { recipient, ...(isActive ? { takesGuests } : {}) },
    });
  });
}
