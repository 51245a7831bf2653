import { lockPair, partnersOf } from '@tessera/db/founding.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { inNetwork, inScope, speakFor, type Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import type { EventKind } from '../events/record.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { sharableModules } from '../settings/modules.ts';
import type { LinkAnswer, LinkChange, LinkProposal } from './schema.ts';

/** One side of a partnership, with the moment on its own clock. */
type Side = { networkId: string; now: Date };

export type LinkStage = 'proposed_by_us' | 'proposed_to_us' | 'accepted' | 'over';

/** The partnerships of a network and what each side shares. */
export async function partners(ctx: Acting) {
  const rows = await ctx.transaction((tx) => tx.run(partnersOf(ctx.network.id, ctx.language)));
  return {
    partners: rows.map(({ ownState, theirState, ownModules, theirModules, validUntil, ...row }) => ({
      ...row,
      stage: stageOf(ownState, theirState),
      ownModules: ownModules ?? [],
      theirModules: theirModules ?? [],
      validUntil,
      isRunOut: validUntil !== null && validUntil <= ctx.now,
    })),
  };
}

/**
 * Asks another network to become a partner. Nothing is shared until its coordinator accepts.
 * @throws DomainError network_draft, network_unknown, link_exists, date_past
 */
export async function proposeLink(ctx: Acting, input: z.output<typeof LinkProposal>): Promise<void> {
  if (ctx.network.state === 'draft') throw new DomainError('network_draft');
  const other = await networkByCode(input.partner);
  if (!other || other.id === ctx.network.id) throw new DomainError('network_unknown', {}, 'partner');
  if (input.validUntil && input.validUntil <= ctx.now) throw new DomainError('date_past', {}, 'validUntil');
  await ctx.transaction(async (tx) => {
    await tx.run(lockPair(ctx.network.id, other.id));
    const { own, their } = await bothSides(tx, ctx.network.id, other.id);
    if ([own?.state, their?.state].some((state) => state === 'proposed' || state === 'accepted'))
      throw new DomainError('link_exists', {}, 'partner');
    await putSide(tx, ctx.network.id, other.id, {
      state: 'proposed',
      sharedModules: input.modules,
      validUntil: input.validUntil ?? null,
      acceptedAt: null,
      revokedAt: null,
    });
    await note(tx, ctx, 'link.proposed', ctx.network.id, other, ctx.now);
  });
}

/**
 * Answers a proposal, or takes the own one back. Accepting makes both networks partners in one step; each side shares
 * what it chose itself.
 * @throws DomainError link_changed when the proposal is gone or was answered meanwhile
 */
export async function answerLink(ctx: Acting, input: z.output<typeof LinkAnswer>): Promise<void> {
  const other = await networkByCode(input.partner);
  if (!other) throw new DomainError('link_changed');
  await ctx.transaction(async (tx) => {
    await tx.run(lockPair(ctx.network.id, other.id));
    const { own, their } = await bothSides(tx, ctx.network.id, other.id);
    const proposal = input.answer === 'withdraw' ? own : their;
    if (proposal?.state !== 'proposed') throw new DomainError('link_changed');
    if (input.answer === 'withdraw') {
      await putSide(tx, ctx.network.id, other.id, { state: 'withdrawn' });
      return note(tx, ctx, 'link.withdrawn', ctx.network.id, other, ctx.now);
    }
    if (input.answer === 'accept') {
      await putSide(tx, ctx.network.id, other.id, {
        state: 'accepted',
        sharedModules: input.modules,
        validUntil: proposal.validUntil,
        acceptedAt: ctx.now,
        revokedAt: null,
      });
      await note(tx, ctx, 'network.link_accepted', ctx.network.id, other, ctx.now);
    }
    await speakFor(tx, other.id);
    const answered =
      input.answer === 'accept'
        ? { state: 'accepted', acceptedAt: nowOf(ctx, other) }
        : { state: 'declined' };
    await putSide(tx, other.id, ctx.network.id, answered);
    await note(
      tx,
      ctx,
      input.answer === 'accept' ? 'network.link_accepted' : 'link.declined',
      other.id,
      ctx.network,
      nowOf(ctx, other),
    );
  });
}

/**
 * Changes what the own network shares with a partner. What is no longer shared is gone for the partner at once.
 * @throws DomainError link_changed
 */
export async function changeLink(ctx: Acting, input: z.output<typeof LinkChange>): Promise<void> {
  const other = await networkByCode(input.partner);
  if (!other) throw new DomainError('link_changed');
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const { count } = await tx.prisma.networkLink.updateMany({
      where: { networkId, otherNetworkId: other.id, state: 'accepted' },
      data: { sharedModules: input.modules },
    });
    if (count === 0) throw new DomainError('link_changed');
    const ended = sharableModules.filter((module) => !input.modules.includes(module));
    await endShares(tx, networkId, other.id, ctx.now, ended);
    await note(tx, ctx, 'link.changed', networkId, other, ctx.now);
  });
}

/**
 * Ends a partnership, whichever side asks. Both sides and everything shared through it end in one transaction.
 * @throws DomainError not_found for a network that never was a partner, link_changed when it is over already
 */
export async function revokeLink(ctx: Acting, partner: string): Promise<void> {
  const other = await networkByCode(partner);
  if (!other) throw new DomainError('not_found');
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    await tx.run(lockPair(networkId, other.id));
    const { own, their } = await bothSides(tx, networkId, other.id);
    if (!own && !their) throw new DomainError('not_found');
    await endSide(tx, networkId, other.id, ctx.now);
    await note(tx, ctx, 'link.revoked', networkId, other, ctx.now);
    await speakFor(tx, other.id);
    await endSide(tx, other.id, networkId, nowOf(ctx, other));
    await note(tx, ctx, 'link.revoked', other.id, ctx.network, nowOf(ctx, other));
  });
}

/**
 * Ends every partnership of a network that is being deleted, and declines what others proposed to it. Safe to repeat.
 */
export async function endEveryLink(networkId: string, now: Date, realNow: Date): Promise<void> {
  const others = await inNetwork(networkId, (tx) =>
    tx.prisma.networkLink.findMany({
      where: { otherNetworkId: networkId, state: { in: ['accepted', 'proposed'] } },
      select: { networkId: true, network: { select: { clockOffset: true } } },
    }),
  );
  for (const { networkId: otherId, network } of others) {
    const at = new Date(realNow.getTime() + network.clockOffset * 1000);
    await inNetwork(networkId, async (tx) => {
      await tx.run(lockPair(networkId, otherId));
      await tx.prisma.networkLink.updateMany({
        where: { networkId, otherNetworkId: otherId, state: 'accepted' },
        data: { state: 'revoked', revokedAt: now },
      });
      await endShares(tx, networkId, otherId, now);
      await speakFor(tx, otherId);
      const theirs = { networkId: otherId, otherNetworkId: networkId };
      const revoked = await tx.prisma.networkLink.updateMany({
        where: { ...theirs, state: 'accepted' },
        data: { state: 'revoked', revokedAt: at },
      });
      const declined = await tx.prisma.networkLink.updateMany({
        where: { ...theirs, state: 'proposed' },
        data: { state: 'declined' },
      });
      await endShares(tx, otherId, networkId, at);
      if (revoked.count + declined.count === 0) return;
      await recordEvent(tx, {
        networkId: otherId,
        kind: revoked.count > 0 ? 'link.revoked' : 'link.declined',
        object: ['network', networkId],
        actorId: null,
        at,
        payload: { other: networkId },
      });
    });
  }
}

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
      await putSide(tx, from, to, { sharedModules, state: 'accepted', acceptedAt: now, revokedAt: null });
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

function stageOf(own: string | null, their: string | null): LinkStage {
  if (own === 'accepted' && their === 'accepted') return 'accepted';
  if (own === 'proposed') return 'proposed_by_us';
  return their === 'proposed' ? 'proposed_to_us' : 'over';
}

type Other = { id: string; clockOffset: number };

function networkByCode(code: string): Promise<Other | null> {
  return inScope({}, (tx) =>
    tx.prisma.network.findFirst({
      where: { code, kind: { not: 'platform' }, state: { in: ['active', 'suspended'] } },
      select: { id: true, clockOffset: true },
    }),
  );
}

/** This instant on the other network's clock. */
function nowOf(ctx: Acting, other: Other): Date {
  return new Date(ctx.now.getTime() + (other.clockOffset - ctx.network.clockOffset) * 1000);
}

async function bothSides(tx: Transaction, ownId: string, otherId: string) {
  const rows = await tx.prisma.networkLink.findMany({
    where: {
      OR: [
        { networkId: ownId, otherNetworkId: otherId },
        { networkId: otherId, otherNetworkId: ownId },
      ],
    },
    select: { networkId: true, state: true, validUntil: true },
  });
  return {
    own: rows.find(({ networkId }) => networkId === ownId),
    their: rows.find(({ networkId }) => networkId === otherId),
  };
}

/** What an object of a module is called in a share. */
const kindOf = { trainings: 'training', resources: 'resource' } as const satisfies Record<
  (typeof sharableModules)[number],
  string
>;

type SideChange = {
  state: string;
  sharedModules?: string[];
  validUntil?: Date | null;
  acceptedAt?: Date | null;
  revokedAt?: Date | null;
};

async function putSide(tx: Transaction, from: string, to: string, data: SideChange): Promise<void> {
  const { count } = await tx.prisma.networkLink.updateMany({
    where: { networkId: from, otherNetworkId: to },
    data,
  });
  if (count === 0)
    await tx.prisma.networkLink.create({
      data: { id: newId(), networkId: from, otherNetworkId: to, ...data },
    });
}

async function endSide(tx: Transaction, from: string, to: string, at: Date): Promise<void> {
  // A share that is being made holds this row until it is there; then it is found and ended below.
  const { count } = await tx.prisma.networkLink.updateMany({
    where: { networkId: from, otherNetworkId: to, state: 'accepted' },
    data: { state: 'revoked', revokedAt: at },
  });
  if (count === 0) throw new DomainError('link_changed');
  await endShares(tx, from, to, at);
}

async function endShares(
  tx: Transaction,
  from: string,
  to: string,
  at: Date,
  modules: readonly (keyof typeof kindOf)[] = sharableModules,
): Promise<void> {
  const objectKind = { in: modules.map((module) => kindOf[module]) };
  await tx.prisma.share.updateMany({
    where: { networkId: from, recipientNetworkId: to, isActive: true, objectKind },
    data: { isActive: false, revokedAt: at },
  });
}

async function note(
  tx: Transaction,
  ctx: Acting,
  kind: EventKind,
  networkId: string,
  other: { id: string },
  at: Date,
): Promise<void> {
  await recordEvent(tx, {
    networkId,
    kind,
    object: ['network', other.id],
    actorId: ctx.actor.personId,
    at,
    payload: { other: other.id },
  });
}
