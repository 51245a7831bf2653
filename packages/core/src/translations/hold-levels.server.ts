import type { Transaction } from '@tessera/db/scope.server.ts';
import { lockLevels, shareLevels, storedLevels } from '@tessera/db/translations.server.ts';
import type { NetworkCard } from '../context.server.ts';
import { preparedIn } from './levels.ts';

/**
 * Keeps the languages in preparation as they are until the end of a transaction. Whoever writes texts or settles decks calls it
 * before the first row of them is touched: a text that is written while its language changes would else be marked as before. Those
 * who write do not wait for each other.
 * @returns the network as its languages are now, which a request that waited does not know
 */
export function holdLevels<Card extends NetworkCard>(tx: Transaction, network: Card): Promise<Card> {
  return withLevels(tx, network, shareLevels);
}

/** The same for whoever changes which languages are in preparation: waits for all who write, and they wait. */
export function takeLevels<Card extends NetworkCard>(tx: Transaction, network: Card): Promise<Card> {
  return withLevels(tx, network, lockLevels);
}

async function withLevels<Card extends NetworkCard>(
  tx: Transaction,
  network: Card,
  lock: typeof shareLevels,
): Promise<Card> {
  const [, [stored]] = await tx.runAll<[object, { value: unknown }]>([
    lock(network.id),
    storedLevels(network.id),
  ]);
  const key = 'languages.prepared';
  const others = network.settings.filter((setting) => setting.key !== key);
  if (!stored) return { ...network, settings: others };
  return { ...network, settings: [{ key, value: stored.value, from: network.code, depth: 0 }, ...others] };
}

/** The languages in preparation of a network that is held. */
export async function heldLevels(tx: Transaction, network: NetworkCard): Promise<readonly string[]> {
  return preparedIn(await holdLevels(tx, network));
}
