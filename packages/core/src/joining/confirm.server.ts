import { inNetwork, type Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { isLinkToken } from '../identity/secrets.server.ts';
import { isRequestOpen } from '../registering/rules.ts';
import { applicationState } from './rules.ts';
import type { ApplicationLink } from './schema.ts';

type Link = z.output<typeof ApplicationLink>;

/**
 * What the link of the mail opens: what was typed, and how the application stands.
 * @throws DomainError not_found for a wrong link, link_expired
 */
export async function confirmationPage(ctx: NetworkContext, link: Link) {
  const application = await inNetwork(ctx.network.id, (tx) => openByLink(tx, ctx, link));
  const { name, kind, locality, county, email, givenName, familyName, reason } = application;
  const nameOrder =
    application.nameOrder === 'family_first' ? ('family_first' as const) : ('given_first' as const);
  const person = { givenName, familyName, nameOrder };
  return { state: applicationState(application), name, kind, locality, county, email, person, reason };
}

/**
 * Confirms the address, so that the coordinators hear of the application. Others of the same address for the same
 * institution that were not confirmed are gone. Confirming again changes nothing.
 * @throws DomainError not_found, link_expired
 */
export async function confirmApplication(ctx: NetworkContext, link: Link): Promise<void> {
  const networkId = ctx.network.id;
  await inNetwork(networkId, async (tx) => {
    const { id, email, name } = await openByLink(tx, ctx, link);
    const { count } = await tx.prisma.membershipApplication.updateMany({
      where: { networkId, id, confirmedAt: null },
      data: { confirmedAt: ctx.now },
    });
    if (count === 0) return;
    await tx.prisma.membershipApplication.deleteMany({
      where: { networkId, email, name, confirmedAt: null },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'application.confirmed',
      object: ['application', id],
      actorId: null,
      at: ctx.now,
    });
  });
}

async function openByLink(tx: Transaction, ctx: NetworkContext, { applicationId, token }: Link) {
  if (!isLinkToken('application', applicationId, token)) throw new DomainError('not_found');
  const application = await tx.prisma.membershipApplication.findFirst({
    where: { networkId: ctx.network.id, id: applicationId },
  });
  if (!application || !(application.confirmedAt || isRequestOpen(application, ctx.now)))
    throw new DomainError('link_expired');
  return application;
}
