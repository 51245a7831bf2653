import { dayOf } from '../../clock/zoned-time.ts';
import type { NetworkContext } from '../../context.server.ts';

/** The year of a network, in its time zone. */
export function yearOf({ now, network }: Pick<NetworkContext, 'now' | 'network'>): number {
  return Number(dayOf(now, network.timeZone).slice(0, 4));
}
