import { endDay, heldStates } from '@tessera/core/reminders/after.ts';
import { presentSeats } from '@tessera/db/follow-ups.server.ts';
import { noticeSeatsOfTraining, noticeTraining } from '@tessera/db/messages.server.ts';
import { distinctReaders, factsOf, type Notice, notice, type Occasion, readerOf } from './notice.server.ts';

/**
 * Thanks whoever was there in at least one half-day and has an address, and nobody in their place. None when the event is off
 * meanwhile, or did not end on that day.
 */
export async function trainingFollowedUp(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, payload, now, isLookingBack } = occasion;
  const [training] = await tx.run(noticeTraining(event.networkId, event.objectId));
  if (!training) return [];
  const isOver = heldStates.includes(training.state) && training.endsAt <= now;
  if (!isLookingBack && !(isOver && endDay(training) === payload.endsOn)) return [];
  const present = await tx.run(presentSeats(event.networkId, training.id));
  const ids = new Set(present.map(({ seatId }) => seatId));
  const seats = await tx.run(noticeSeatsOfTraining(event.networkId, training.id));
  const readers = distinctReaders(
    seats.filter(({ id }) => ids.has(id)).map(({ participant }) => readerOf(event, participant, 'own')),
  );
  return readers.map((reader) =>
    notice(occasion, 'training-follow-up', reader, { training: factsOf(training, reader.language, event) }),
  );
}
