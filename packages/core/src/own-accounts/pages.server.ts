import { offeredProviders, providersOf } from '@tessera/db/own-accounts.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { openSecret } from '../privacy/seal.server.ts';
import { callbackAddress, discover, ProviderTrouble } from './provider.server.ts';
import type { Trouble } from './rules.ts';

/** The accounts of institutions that a network offers at its sign-in; none for a network that is not open. */
export async function offered(code: string): Promise<{ id: string; name: string }[]> {
  return inScope({ door: 'identity' }, (tx) => tx.run(offeredProviders(code)));
}

/** The providers of the network, and the address that each of them has to know. */
export async function providers(ctx: Acting) {
  const [rows] = await ctx.ask([providersOf(ctx.network.id)]);
  return { providers: rows, callback: callbackAddress(ctx.network.code) };
}

/**
 * One provider of the network. Its secret is never shown.
 * @throws DomainError not_found
 */
export async function provider(ctx: Acting, providerId: string) {
  const { providers: rows, callback } = await providers(ctx);
  const found = rows.find(({ id }) => id === providerId);
  if (!found) throw new DomainError('not_found');
  return { ...found, callback };
}

/**
 * Asks a provider what it says about itself, and says what is wrong.
 * @returns null when nothing is
 * @throws DomainError not_found
 */
export async function test(ctx: Acting, providerId: string): Promise<{ trouble: Trouble | null }> {
  const networkId = ctx.network.id;
  const known = await ctx.transaction(async (tx) => {
    const row = await tx.prisma.accountProvider.findFirst({ where: { networkId, id: providerId } });
    if (!row) throw new DomainError('not_found');
    const clientSecret = await openSecret(tx, { networkId, rowId: row.id }, row.clientSecret);
    return { issuer: row.issuer, clientId: row.clientId, clientSecret: clientSecret ?? '' };
  });
  try {
    await discover(known);
    return { trouble: null };
  } catch (error) {
    if (error instanceof ProviderTrouble) return { trouble: error.trouble };
    throw error;
  }
}
