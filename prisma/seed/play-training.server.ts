import type { SeedTraining } from './data/training.ts';
import { inviteGuests, noteTakeaways, registerAllGuests } from './exchange.server.ts';
import { finish, moveDays, open, registerAll } from './play.server.ts';
import type { World } from './world.server.ts';

/** Plays a training from its draft to the certificates, each step by the person whose task it is, at its own time. */
export async function playTraining(world: World, training: SeedTraining): Promise<void> {
  const play = await open(world, training);
  await inviteGuests(play);
  await registerAll(play);
  await registerAllGuests(play);
  await moveDays(play);
  await finish(play);
  await noteTakeaways(play);
}
