import { env } from '@tessera/env/env.server.ts';
import type { Copying } from '../part.ts';
import type { Links } from '../rules.ts';

/** How links of the other network are led to the copies of this run. */
export function linksOf({ source, target }: Copying, copies: ReadonlyMap<string, string>): Links {
  return { origin: env().appUrl, from: source.network.code, to: target.network.code, copies };
}
