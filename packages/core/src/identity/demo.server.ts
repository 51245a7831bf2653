import { env } from '@tessera/env/env.server.ts';
import type { RequestContext } from '../context.server.ts';
import { publicTree } from '../networks/queries.server.ts';
import { demoPassword, demoLogins as logins } from './demo-logins.ts';

/**
 * The logins that the demo offers on its sign-in page, of networks that exist; none anywhere else.
 * @returns `networkName` is null for the operator of the whole platform
 */
export async function demoLogins(ctx: RequestContext) {
  if (!env().TESSERA_DEMO) return { password: '', logins: [] };
  const { networks } = await publicTree(ctx);
  const names = new Map(networks.map(({ code, name }) => [code, name]));
  return {
    password: demoPassword,
    logins: logins
      .filter(({ network }) => network === 'platform' || names.has(network))
      .map((login) => ({ ...login, networkName: names.get(login.network) ?? null })),
  };
}
