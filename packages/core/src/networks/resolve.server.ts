import { resolveNetwork as resolveStatement } from '@tessera/db/networks.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { NetworkCard, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import type { Grant, Role } from '../permissions.ts';

export type ResolvedNetwork = { network: NetworkCard; grants: Grant[] };

/**
 * The network of an address and what the actor holds in it; asked once per request.
 * @throws DomainError not_found for an unknown code and for the platform's own row
 */
export async function resolveNetwork(
  ctx: RequestContext,
  code: string,
  options: { allowPlatform?: boolean } = {},
): Promise<ResolvedNetwork> {
  const key = `network:${code}`;
  let pending = ctx.resolved.get(key) as Promise<ResolvedNetwork | null> | undefined;
  if (!pending) {
    pending = read(ctx, code);
    ctx.resolved.set(key, pending);
  }
  const found = await pending;
  if (!found || (found.network.kind === 'platform' && !options.allowPlatform))
    throw new DomainError('not_found');
  return found;
}

async function read(ctx: RequestContext, code: string): Promise<ResolvedNetwork | null> {
  const personId = ctx.actor?.personId ?? null;
  const [row] = await inScope({ personId }, (tx) =>
    tx.run(resolveStatement(code, personId, ctx.now, ctx.language)),
  );
  if (!row) return null;
  const { roles, ...network } = row;
  return { network, grants: roles.map(({ role, institutionId }) => ({ role: role as Role, institutionId })) };
}
