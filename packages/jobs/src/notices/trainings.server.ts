import {
  type NoticeTraining,
  noticePeople,
  noticeSeatsOfTraining,
  noticeTrainers,
  noticeTraining,
} from '@tessera/db/messages.server.ts';
import {
  distinctReaders,
  factsOf,
  type Notice,
  notice,
  type Occasion,
  type Reader,
  readerOf,
} from './notice.server.ts';

/** Tells everyone who holds or waits for a seat, and who leads it, that a training is cancelled; each address once. */
export async function trainingCancelled(occasion: Occasion): Promise<Notice[]> {
  return toEveryone(occasion, (training, reader) =>
    notice(occasion, 'training-cancelled', reader, {
      training: factsOf(training, reader.language, occasion.event),
      reason: training.cancelReason || null,
    }),
  );
}

/** Tells everyone who holds or waits for a seat, and who leads it, the new time; a training that was cancelled since has its own mail. */
export async function trainingRescheduled(occasion: Occasion): Promise<Notice[]> {
  const { previousStartsAt } = occasion.payload;
  if (!previousStartsAt) return [];
  return toEveryone(occasion, (training, reader) =>
    training.state === 'cancelled' && !occasion.isLookingBack
      ? null
      : notice(occasion, 'training-rescheduled', reader, {
          training: factsOf(training, reader.language, occasion.event),
          previousStartsAt,
        }),
  );
}

type Writing = (training: NoticeTraining, reader: Reader) => Notice | null;

async function toEveryone({ tx, event }: Occasion, write: Writing): Promise<Notice[]> {
  const [training] = await tx.run(noticeTraining(event.networkId, event.objectId));
  if (!training) return [];
  const seats = await tx.run(noticeSeatsOfTraining(event.networkId, training.id));
  const submitterIds = new Set(seats.map(({ submittedById }) => submittedById).filter((id) => id !== null));
  const submitters = await tx.run(noticePeople([...submitterIds]));
  const trainers = await tx.run(noticeTrainers(event.networkId, training.id));
  const readers = distinctReaders([
    ...submitters.map((person) => readerOf(event, person, 'institution')),
    ...seats.map(({ participant }) => readerOf(event, participant, 'own')),
    ...trainers.map((person) => readerOf(event, person, 'organised')),
  ]);
  return readers.map((reader) => write(training, reader)).filter((written) => written !== null);
}
