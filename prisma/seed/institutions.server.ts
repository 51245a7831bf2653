import { joinNetwork, registerInstitution } from '@tessera/core/institutions/join.server.ts';
import { findPosition } from '@tessera/core/places/gazetteer.server.ts';
import { institutions } from './data/institutions.ts';
import { networks } from './data/networks.ts';
import { phases } from './data/phases.ts';
import { positions } from './data/positions.ts';
import { networkOf, type World } from './world.server.ts';

/** Enters every institution in the register and makes it a member of its networks. */
export async function seedInstitutions(world: World): Promise<void> {
  for (const { key, texts, memberships, origins: _origins, ...card } of institutions) {
    const id = await registerInstitution(
      {
        ...card,
        ...(positions[card.locality] ?? (await findPosition(card))),
        website: '',
        isDemo: true,
        texts: Object.entries(texts).map(([language, name]) => ({ language, name })),
      },
      networkOf(world, 'platform').clock.now,
    );
    world.institutions.set(key, id);
    for (const { network, role, track = '', isGuest = false } of memberships) {
      const joinedOn = beginningOf(world, network);
      const ctx = { actorId: null, now: joinedOn, networkId: networkOf(world, network).id };
      await joinNetwork(ctx, { institutionId: id, role, track, isGuest, joinedOn });
    }
  }
}

/** The first day of a network's phase, or of its parent's. */
export function beginningOf(world: World, code: string): Date {
  const root = networks.find((network) => network.code === code)?.parentCode ?? code;
  const phase = phases.find(({ network }) => network === root);
  const { clock } = networkOf(world, code);
  return phase ? clock.border(phase.startsOn) : clock.now;
}
