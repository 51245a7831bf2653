import { registerGuests } from '@tessera/core/exchange/register.server.ts';
import { Takeaway } from '@tessera/core/exchange/schema.ts';
import { recordTakeaway, takeawayPage } from '@tessera/core/exchange/takeaways.server.ts';
import { Registration } from '@tessera/core/seats/schema.ts';
import { changeCapacity } from '@tessera/core/trainings/edit.server.ts';
import { shareTraining } from '@tessera/core/trainings/share.server.ts';
import { managerOf } from './data/people.ts';
import { keyOf, type Play, seatsOf, staffNames, time } from './play.server.ts';
import { acting, institutionOf, networkOf } from './world.server.ts';

/** The host shares the event with the networks of its guests, with a number of seats for each of them. */
export async function inviteGuests(play: Play): Promise<void> {
  const { world, training, trainingId } = play;
  const { guests = [], seatsByOrigin = {} } = training;
  const partners = [...new Set(guests.map(([network]) => network))];
  if (partners.length === 0) return;
  const at = time(play, training.opens, '08:50');
  const ctx = acting(world, training.coordinator, training.network, at);
  for (const recipient of partners) await shareTraining(ctx, { trainingId, recipient, takesGuests: true });
  const { training: seen } = await seatsOf(play);
  const sizes = Object.entries(seatsByOrigin);
  if (sizes.length === 0 || seen.quotas.length > 0) return;
  await changeCapacity(ctx, {
    trainingId,
    capacity: training.capacity,
    quotas: sizes.map(([key, size]) => ({ scope: 'origin', key, size, releaseAt: null })),
  });
}

/** The managers of the guests ask, each from their own network. */
export async function registerAllGuests(play: Play): Promise<void> {
  const { world, training, trainingId } = play;
  for (const [index, [network, institution, count]] of (training.guests ?? []).entries()) {
    const at = elsewhere(play, network, time(play, training.opens, '11:20', 1, index * 37));
    await registerGuests(
      acting(world, managerOf(institution), network, at),
      Registration.parse({
        trainingId,
        institutionId: institutionOf(world, institution),
        places: staffNames(institution, count),
        requestKey: keyOf(training.network, training.code, institution, 'guest'),
      }),
    );
  }
}

/** After the event the institutions write down what they take home. */
export async function noteTakeaways(play: Play): Promise<void> {
  const { world, training, trainingId } = play;
  const lastDay = training.days.at(-1)?.[0] ?? '';
  for (const [network, institution, learned, adopts, adoptBy] of training.takeaways ?? []) {
    const at = elsewhere(play, network, time(play, lastDay, '09:40', 9));
    const ctx = acting(world, managerOf(institution), network, at);
    const { takeaways } = await takeawayPage(ctx, trainingId);
    if (takeaways.some((each) => each.learned === learned)) continue;
    const { clock } = networkOf(world, training.network);
    const by = clock.at(adoptBy, '00:00', 'UTC').toISOString().slice(0, 10);
    await recordTakeaway(
      ctx,
      Takeaway.parse({
        trainingId,
        institutionId: institutionOf(world, institution),
        learned,
        adopts,
        adoptBy: by,
      }),
    );
  }
}

/** An instant of the host's clock on the clock of another network. */
function elsewhere({ world, training }: Play, network: string, at: Date): Date {
  const ahead = networkOf(world, network).clock.offset - networkOf(world, training.network).clock.offset;
  return new Date(at.getTime() + ahead * 1000);
}
