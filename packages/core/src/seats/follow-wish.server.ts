import { noticeEvent } from '@tessera/db/messages.server.ts';
import { inNetwork, type Transaction } from '@tessera/db/scope.server.ts';
import { moveCounters } from '@tessera/db/seats.server.ts';
import { findWish, withdrawSeats } from '@tessera/db/wishes.server.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import { joinOtherDates } from './join.server.ts';
import { lockForSeats, promoteWaiting } from './settle.server.ts';

type Place = { networkId: string; now: Date; actorId: string | null };

/**
 * Does in other trainings what follows from an event of a wish. Safe to run twice and at once: it makes true what the wish
 * says now.
 */
export async function answerWishEvent(
  job: { networkId: string; eventId: string },
  realNow: Date,
): Promise<{ seats: number }> {
  const { networkId } = job;
  const [event] = await inNetwork(networkId, (tx) => tx.run(noticeEvent(networkId, job.eventId)));
  if (!event) return { seats: 0 };
  const now = new Date(realNow.getTime() + event.network.clockOffset * 1000);
  const place = { networkId, now, actorId: null };
  if (event.kind === 'seats.wished') return { seats: (await joinOtherDates(place, event.objectId)).joined };
  return { seats: await followWish(place, event.objectId) };
}

/**
 * Withdraws the seats of a wish that wait in other lines once it is fulfilled for sure; serves those lines again once it is
 * open, or offered a seat elsewhere and so no longer what they wait for. Each under the lock of its own training.
 * @returns how many seats were withdrawn or moved up
 */
export async function followWish(place: Place, wishId: string): Promise<number> {
  const { networkId } = place;
  const [wish] = await inNetwork(networkId, (tx) => tx.run(findWish(networkId, wishId)));
  let count = 0;
  for (const trainingId of wish?.dates ?? []) {
    count += await inNetwork(networkId, (tx) => followIn(tx, place, wishId, trainingId));
  }
  return count;
}

async function followIn(tx: Transaction, place: Place, wishId: string, trainingId: string): Promise<number> {
  const { networkId, now, actorId } = place;
  const training = await lockForSeats(tx, place, trainingId);
  const [wish] = await tx.run(findWish(networkId, wishId));
  if (!wish || wish.trainingId === trainingId) return 0;
  // While a seat elsewhere is only offered the wish keeps its place in this line, which goes on without it.
  if (wish.trainingId === null || wish.isOffered) return promoteWaiting(tx, place, training);
  const withdrawn = await tx.run(withdrawSeats(networkId, trainingId, wishId, now));
  if (withdrawn.length === 0) return 0;
  await tx.run(moveCounters(networkId, trainingId, 0, -withdrawn.length, 0));
  training.waitingCount -= withdrawn.length;
  await recordEvent(
    tx,
    ...withdrawn.map(
      ({ id, registrationId }): NewEvent => ({
        networkId,
        kind: 'seat.withdrawn',
        object: ['seat', id],
        actorId,
        at: now,
        payload: { trainingId, registrationId },
      }),
    ),
  );
  await promoteWaiting(tx, place, training);
  return withdrawn.length;
}
