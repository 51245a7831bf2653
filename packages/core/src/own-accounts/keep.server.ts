import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { sealSecret } from '../privacy/seal.server.ts';
import type { OwnAccountEventKind } from './events.ts';
import { isLoopbackAllowed } from './fetch.server.ts';
import { issuerIn } from './rules.ts';
import type { Connection, ConnectionChange, Switch } from './schema.ts';

/**
 * Connects a provider to the network. It is offered at once.
 * @throws DomainError own_account_issuer for an address that is not https, own_account_connected for one that is connected
 */
export async function connect(
  ctx: Acting,
  { clientSecret, issuer: typed, ...input }: z.output<typeof Connection>,
): Promise<{ providerId: string }> {
  const networkId = ctx.network.id;
  const issuer = issuerIn(typed);
  if (!issuer.startsWith('https:') && !isLoopbackAllowed())
    throw new DomainError('own_account_issuer', {}, 'issuer');
  const providerId = newId();
  await ctx.transaction(async (tx) => {
    const sealed = await sealSecret(tx, { networkId, rowId: providerId, now: ctx.now }, clientSecret);
    const known = await tx.prisma.accountProvider.findFirst({
      where: { networkId, issuer, clientId: input.clientId },
      select: { id: true },
    });
    if (known) throw new DomainError('own_account_connected', {}, 'clientId');
    await tx.prisma.accountProvider.create({
      data: {
        ...input,
        id: providerId,
        networkId,
        issuer,
        clientSecret: sealed,
        secretSetAt: ctx.now,
        createdAt: ctx.now,
      },
    });
    await note(tx, ctx, 'own_account.connected', providerId, { name: input.name });
  });
  return { providerId };
}

/**
 * Changes how a provider is called and what it may; its secret only when a new one is given.
 * @throws DomainError not_found
 */
export async function change(
  ctx: Acting,
  { providerId, clientSecret, ...input }: z.output<typeof ConnectionChange>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const secret = clientSecret
      ? {
          clientSecret: await sealSecret(tx, { networkId, rowId: providerId, now: ctx.now }, clientSecret),
          secretSetAt: ctx.now,
        }
      : {};
    const { count } = await tx.prisma.accountProvider.updateMany({
      where: { networkId, id: providerId },
      data: { ...input, ...secret },
    });
    if (count === 0) throw new DomainError('not_found');
    await note(tx, ctx, 'own_account.changed', providerId, {
      name: input.name,
      isSecretNew: clientSecret !== '',
    });
  });
}

/**
 * Offers a provider, or offers it no longer; who is linked stays linked.
 * @throws DomainError not_found
 */
export async function switchProvider(
  ctx: Acting,
  { providerId, isOn }: z.output<typeof Switch>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const provider = await find(tx, networkId, providerId);
    const { count } = await tx.prisma.accountProvider.updateMany({
      where: { networkId, id: providerId, offAt: isOn ? { not: null } : null },
      data: { offAt: isOn ? null : ctx.now },
    });
    if (count === 0) return;
    await note(tx, ctx, isOn ? 'own_account.switched_on' : 'own_account.switched_off', providerId, provider);
  });
}

/**
 * Removes a provider with all links to it. Nobody loses their login: a password and a mailed code still work.
 * @throws DomainError not_found
 */
export async function remove(ctx: Acting, providerId: string): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const provider = await find(tx, networkId, providerId);
    const links = await tx.prisma.accountLink.deleteMany({ where: { networkId, providerId } });
    await tx.prisma.accountProvider.deleteMany({ where: { networkId, id: providerId } });
    await note(tx, ctx, 'own_account.removed', providerId, { ...provider, links: links.count });
  });
}

async function find(tx: Transaction, networkId: string, id: string): Promise<{ name: string }> {
  const provider = await tx.prisma.accountProvider.findFirst({
    where: { networkId, id },
    select: { name: true },
  });
  if (!provider) throw new DomainError('not_found');
  return provider;
}

async function note(
  tx: Transaction,
  ctx: Acting,
  kind: OwnAccountEventKind,
  providerId: string,
  payload: Record<string, string | number | boolean>,
): Promise<void> {
  await recordEvent(tx, {
    networkId: ctx.network.id,
    kind,
    object: ['account_provider', providerId],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload,
  });
}
