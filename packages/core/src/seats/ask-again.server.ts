import type { Transaction } from '@tessera/db/scope.server.ts';
import { changeSeat, moveCounters, type SeatForChange } from '@tessera/db/seats.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { stateAfterChange } from '../registering/rules.ts';

type Place = { networkId: string; now: Date; actorId: string | null };
type Changed = Pick<SeatForChange, 'id' | 'state' | 'registrationId'>;

/**
 * Puts a seat before the organiser again, because what was approved has changed; until then it keeps what it holds. The
 * training is locked.
 * @returns whether there is anything to decide: not for a seat that waits for its first decision
 */
export async function askAgain(
  tx: Transaction,
  { networkId, now, actorId }: Place,
  trainingId: string,
  { id: seatId, state, registrationId }: Changed,
): Promise<boolean> {
  const to = stateAfterChange(state);
  if (to === null) return false;
  await tx.run(changeSeat(networkId, seatId, [state], to, now));
  if (state === 'waiting') await tx.run(moveCounters(networkId, trainingId, 0, -1, 0));
  await recordEvent(tx, {
    networkId,
    kind: 'seat.asked_again',
    object: ['seat', seatId],
    actorId,
    at: now,
    payload: { trainingId, registrationId, from: state, to },
  });
  return true;
}
