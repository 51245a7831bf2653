import { foundNetwork } from '@tessera/core/networks/found.server.ts';
import { acceptLink } from '@tessera/core/networks/links.server.ts';
import { addPhase } from '@tessera/core/networks/phases.server.ts';
import { NewNetwork } from '@tessera/core/networks/schema.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import { type Preset, seedClock } from './clock.ts';
import { networks, partnerLinks, platformNetwork, type SeedNetwork, today } from './data/networks.ts';
import { phases } from './data/phases.ts';
import { networkOf, type World } from './world.server.ts';

/**
 * Founds the platform's own row, the networks with their parents, partner links and phases.
 * @throws Error when the database holds the demo with the other dates
 */
export async function seedNetworks(world: World, preset: Preset): Promise<void> {
  const realNow = await beginning();
  await addNetwork(
    world,
    platformNetwork,
    seedClock('live', '2024-01-01', platformNetwork.timeZone, realNow),
    realNow,
    platformNetworkId,
  );
  for (const network of networks) {
    const root = network.parentCode ?? network.code;
    const clock =
      world.networks.get(root)?.clock ?? seedClock(preset, today[root] ?? '', network.timeZone, realNow);
    const phase = phases.find((candidate) => candidate.network === root);
    await addNetwork(world, network, clock, clock.border(phase?.startsOn ?? ''));
  }
  for (const [one, other, sharedModules] of partnerLinks) {
    const side = (code: string) => {
      const { id, clock } = networkOf(world, code);
      // The stories of two networks lie years apart: on the clock of an older one the link is two months old at most.
      const latest = clock.now.getTime() - 60 * 86_400_000;
      return {
        networkId: id,
        now: new Date(Math.min(clock.border(laterStart(one, other)).getTime(), latest)),
      };
    };
    await acceptLink(null, side(one), side(other), sharedModules);
  }
  for (const { network, startsOn, endsOn, ...phase } of phases) {
    const { id, clock } = networkOf(world, network);
    await addPhase(id, { ...phase, startsOn: clock.border(startsOn), endsOn: clock.border(endsOn) });
  }
}

/** A second run finishes the first one: it keeps to the instant at which that one began, so that all dates agree. */
async function beginning(): Promise<Date> {
  const platform = await inScope({}, (tx) =>
    tx.prisma.network.findFirst({ where: { code: platformNetwork.code }, select: { createdAt: true } }),
  );
  return platform?.createdAt ?? new Date();
}

async function addNetwork(
  world: World,
  network: SeedNetwork,
  clock: ReturnType<typeof seedClock>,
  now: Date,
  id?: string,
): Promise<void> {
  const { texts, ...card } = network;
  const input = NewNetwork.parse({
    ...card,
    clockOffset: clock.offset,
    isDemo: true,
    texts: Object.entries(texts).map(([language, [name, summary]]) => ({ language, name, summary })),
  });
  const made = await foundNetwork({ actorId: null, now }, input, id);
  if (!made.isNew) await checkOffset(made.id, clock.offset);
  const [name = '', summary = ''] = texts[network.defaultLanguage] ?? [];
  const parentId = network.parentCode ? networkOf(world, network.parentCode).id : null;
  world.networks.set(network.code, {
    ...input,
    id: made.id,
    parentId,
    state: 'active',
    name,
    summary,
    settings: [],
    clock,
  });
}

async function checkOffset(networkId: string, offset: number): Promise<void> {
  const network = await inScope({}, (tx) =>
    tx.prisma.network.findFirst({ where: { id: networkId }, select: { clockOffset: true } }),
  );
  if (network?.clockOffset !== offset)
    throw new Error('this database holds the demo with other dates; begin with an empty one');
}

function laterStart(...codes: string[]): string {
  const starts = codes.map((code) => {
    const root = networks.find((network) => network.code === code)?.parentCode ?? code;
    return phases.find(({ network }) => network === root)?.startsOn ?? '';
  });
  return starts.sort().at(-1) ?? '';
}
