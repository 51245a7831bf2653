import { cohorts, type SeedLeader } from './data/mentoring-bg.ts';
import { leaderModules } from './data/trainings-leaders.ts';
import { ask, finish, open, registerAll, time } from './play.server.ts';
import type { Colleague } from './staff.ts';
import type { World } from './world.server.ts';

/** The trainings of the leaders: whoever has a login registers, for the others an institution does under their alias. */
export async function seedLeaderModules(world: World): Promise<void> {
  for (const training of leaderModules) {
    const play = await open(world, training);
    await registerAll(play);
    const others = (cohorts[training.cohort]?.groups ?? [])
      .flatMap(({ leaders }) => leaders)
      .filter(({ alias }) => !world.people.has(alias.toLowerCase()));
    await ask(play, 'lead-ngo', others.map(underAlias), time(play, training.opens, '11:00', 2));
    await finish(play);
  }
}

function underAlias({ alias }: SeedLeader): Colleague {
  return { givenName: 'Leader', familyName: alias, nameOrder: 'given_first', email: '', jobTitle: '' };
}
