import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { dueTrainings } from '@tessera/db/trainings.server.ts';
import { lockForSeats, promoteWaiting } from './settle.server.ts';

/**
 * Ends offers whose time is over and gives out seats that a released quota set free, in every network. Safe to run twice
 * and at once: each training is settled under its lock, and one that cannot be settled does not keep the others waiting.
 * @returns how many trainings were settled
 * @throws AggregateError after all were tried, with one error for each training that could not be settled
 */
export async function sweepSeats(realNow: Date): Promise<number> {
  const due = await inScope({ door: 'platform' }, (tx) => tx.run(dueTrainings(realNow)));
  const failures: Error[] = [];
  for (const { networkId, trainingId, clockOffset } of due) {
    const place = { networkId, now: new Date(realNow.getTime() + clockOffset * 1000), actorId: null };
    try {
      await inNetwork(networkId, async (tx) => {
        const training = await lockForSeats(tx, place, trainingId);
        await promoteWaiting(tx, place, training);
      });
    } catch (cause) {
      failures.push(new Error(`training ${trainingId}`, { cause }));
    }
  }
  if (failures.length > 0) {
    const which = failures.map(({ message }) => message).join(', ');
    throw new AggregateError(failures, `${failures.length} of ${due.length} not settled: ${which}`);
  }
  return due.length;
}
