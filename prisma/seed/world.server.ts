import {
  type Actor,
  type NetworkCard,
  type NetworkContext,
  networkContext,
} from '@tessera/core/context.server.ts';
import type { Grant } from '@tessera/core/permissions.ts';
import { pickLanguage } from '@tessera/i18n/languages.ts';
import type { SeedClock } from './clock.ts';

export type SeededNetwork = NetworkCard & { clock: SeedClock };

/** What the seed has made so far, by the keys of its data. */
export type World = {
  networks: Map<string, SeededNetwork>;
  institutions: Map<string, string>;
  people: Map<string, { actor: Actor; grants: Map<string, Grant[]> }>;
};

export function newWorld(): World {
  return { networks: new Map(), institutions: new Map(), people: new Map() };
}

export function networkOf(world: World, code: string): SeededNetwork {
  return found(world.networks.get(code), `network ${code}`);
}

export function institutionOf(world: World, key: string): string {
  return found(world.institutions.get(key), `institution ${key}`);
}

/** The context in which a person acts in a network at an instant of the network's own time. */
export function acting(
  world: World,
  mailbox: string,
  code: string,
  at: Date,
): NetworkContext & { actor: Actor } {
  const { clock, ...network } = networkOf(world, code);
  const { actor, grants } = found(world.people.get(mailbox), `person ${mailbox}`);
  return {
    ...networkContext({
      network,
      actor,
      grants: found(grants.get(code), `role of ${mailbox} in ${code}`),
      realNow: new Date(at.getTime() - clock.offset * 1000),
      language: pickLanguage([actor.language, network.defaultLanguage]),
    }),
    actor,
  };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the seed's data name no ${what}`);
  return value;
}
