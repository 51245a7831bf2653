import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { dueTrainings } from '@tessera/db/trainings.server.ts';
import { lockForSeats, promoteWaiting } from './settle.server.ts';

/**
 * Ends offers whose time is over and gives out seats that a released quota set free, in every network. Safe to run twice
 * and at once: each training is settled under its lock.
 * @returns how many trainings were settled
 */
export async function sweepSeats(realNow: Date): Promise<number> {
  const due = await inScope({ door: 'platform' }, (tx) => tx.run(dueTrainings(realNow)));
  for (const { networkId, trainingId, clockOffset } of due) {
    const place = { networkId, now: new Date(realNow.getTime() + clockOffset * 1000), actorId: null };
    await inNetwork(networkId, async (tx) => {
      const training = await lockForSeats(tx, place, trainingId);
      await promoteWaiting(tx, place, training);
    });
  }
  return due.length;
}
