import { openProvider, type ProviderRow } from '@tessera/db/own-accounts.server.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import type { RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { openSecret } from '../privacy/seal.server.ts';
import type { KnownIn } from './provider.server.ts';

/** A provider that can be asked, with its secret. */
export type Opened = Omit<ProviderRow, 'clientSecret'> & { known: KnownIn };

/**
 * A provider that is offered now.
 * @throws DomainError own_account_off
 */
export async function openedProvider(
  ctx: RequestContext,
  { providerId, networkId, code }: { providerId: string; networkId: string | null; code: string | null },
): Promise<Opened> {
  const [row] = await inScope({ door: 'identity' }, (tx) =>
    tx.run(openProvider(providerId, networkId, code, ctx.language)),
  );
  if (!row) throw new DomainError('own_account_off');
  const { clientSecret: sealed, ...provider } = row;
  const clientSecret = await inNetwork(row.networkId, (tx) =>
    openSecret(tx, { networkId: row.networkId, rowId: row.id }, sealed),
  );
  if (clientSecret === null) throw new DomainError('own_account_off');
  const { issuer, clientId, networkCode } = provider;
  return { ...provider, known: { issuer, clientId, clientSecret, networkCode } };
}
