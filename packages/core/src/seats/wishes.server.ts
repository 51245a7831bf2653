import type { Transaction } from '@tessera/db/scope.server.ts';
import type { LockedTraining } from '@tessera/db/seats.server.ts';
import { lockWishes, openWishesOf, settleWishes } from '@tessera/db/wishes.server.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';

type Place = { networkId: string; now: Date; actorId: string | null };

/**
 * Writes where wishes have their seats, after seats of a locked training changed. What follows in other trainings is done
 * under their own locks: who waits there is withdrawn when the wish is fulfilled for sure, passed over while it is offered a seat
 * here, and served again when it is open.
 */
export async function settleWish(
  tx: Transaction,
  place: Place,
  training: Pick<LockedTraining, 'id' | 'hasWishes' | 'state'>,
  seats: readonly { wishId: string | null }[],
): Promise<void> {
  const ids = [...new Set(seats.flatMap(({ wishId }) => wishId ?? []))];
  if (!training.hasWishes || training.state === 'cancelled' || ids.length === 0) return;
  await tell(tx, place, training.id, await tx.run(settleWishes(place.networkId, training.id, ids)));
}

/** Opens the wishes that have their seats in a training which is called off; its row must be locked. */
export async function openWishesIn(tx: Transaction, place: Place, trainingId: string): Promise<void> {
  await tx.run(lockWishes(place.networkId, trainingId));
  const opened = await tx.run(openWishesOf(place.networkId, trainingId));
  await tell(
    tx,
    place,
    trainingId,
    opened.map(({ id }) => ({ id, isHeld: false })),
  );
}

async function tell(
  tx: Transaction,
  { networkId, now, actorId }: Place,
  trainingId: string,
  wishes: readonly { id: string; isHeld: boolean }[],
): Promise<void> {
  await recordEvent(
    tx,
    ...wishes.map(
      ({ id, isHeld }): NewEvent => ({
        networkId,
        kind: isHeld ? 'seat.wish_fulfilled' : 'seat.wish_opened',
        object: ['wish', id],
        actorId,
        at: now,
        payload: { trainingId },
      }),
    ),
  );
}
