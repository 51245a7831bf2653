import { isInTimeToGiveBack } from '@tessera/core/trainings/rules.ts';
import {
  type NoticePerson,
  type NoticeSeat,
  type NoticeTraining,
  noticeHalfDays,
  noticePeople,
  noticeSeatsOfTraining,
  noticeTrainers,
  noticeTraining,
} from '@tessera/db/messages.server.ts';
import {
  distinctReaders,
  factsOf,
  leaveTokenOf,
  type Notice,
  notice,
  type Occasion,
  type Reader,
  readerOf,
} from './notice.server.ts';

/** Tells everyone who holds or waits for a seat, and who leads it, that a training is cancelled; each address once. */
export async function trainingCancelled(occasion: Occasion): Promise<Notice[]> {
  return toEveryone(occasion, (training, reader, { awaySeatId }) =>
    notice(occasion, 'training-cancelled', reader, {
      training: factsOf(training, reader.language, occasion.event),
      reason: training.cancelReason || null,
      awaySeatId,
    }),
  );
}

/** Tells the same people that a training comes later; once it has a date or is cancelled, the mail about that tells more. */
export async function trainingPostponed(occasion: Occasion): Promise<Notice[]> {
  return toEveryone(occasion, (training, reader, links) =>
    training.state !== 'postponed' && !occasion.isLookingBack
      ? null
      : notice(occasion, 'training-postponed', reader, {
          training: factsOf(training, reader.language, occasion.event),
          reason: training.cancelReason || null,
          ...links,
        }),
  );
}

/** Tells who proposed a training that it came back and why; none when it was proposed again meanwhile. */
export async function proposalSentBack(occasion: Occasion): Promise<Notice[]> {
  const { tx, event } = occasion;
  const [training] = await tx.run(noticeTraining(event.networkId, event.objectId));
  const found = await tx.prisma.training.findFirst({
    where: { networkId: event.networkId, id: event.objectId },
    select: { createdById: true, state: true, sentBack: { select: { reason: true } } },
  });
  if (!training || !found?.createdById || !found.sentBack) return [];
  if (found.state !== 'draft' && !occasion.isLookingBack) return [];
  const [proposer] = await tx.run(noticePeople([found.createdById]));
  const reader = readerOf(event, proposer, 'institution');
  if (!reader) return [];
  return [
    notice(occasion, 'proposal-sent-back', reader, {
      training: factsOf(training, reader.language, event),
      reason: found.sentBack.reason,
    }),
  ];
}

/** Tells everyone who holds or waits for a seat, and who leads it, the new time; a training that was cancelled since has its own mail. */
export async function trainingRescheduled(occasion: Occasion): Promise<Notice[]> {
  const { tx, event } = occasion;
  const { previousStartsAt, wasPostponed } = occasion.payload;
  if (!previousStartsAt) return [];
  const halfDays = await tx.run(noticeHalfDays(event.networkId, event.objectId));
  return toEveryone(occasion, (training, reader, links) =>
    training.state === 'cancelled' && !occasion.isLookingBack
      ? null
      : notice(occasion, 'training-rescheduled', reader, {
          training: factsOf(training, reader.language, occasion.event),
          previousStartsAt,
          wasPostponed,
          place: null,
          halfDays: halfDays.length > 1 ? halfDays : [],
          ...links,
        }),
  );
}

/** Tells the same people another venue or room, where the dates stay; a training that is off has its own mail. */
export async function trainingRelocated(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, isLookingBack } = occasion;
  const { previousVenue } = occasion.payload;
  const halfDays = await tx.run(noticeHalfDays(event.networkId, event.objectId));
  const hasRooms = halfDays.some(({ room }) => room !== '');
  return toEveryone(occasion, (training, reader, links) =>
    ['cancelled', 'postponed'].includes(training.state) && !isLookingBack
      ? null
      : notice(occasion, 'training-rescheduled', reader, {
          training: factsOf(training, reader.language, event),
          previousStartsAt: training.startsAt,
          wasPostponed: false,
          place: { before: previousVenue || null },
          halfDays: halfDays.length > 1 || hasRooms ? halfDays : [],
          ...links,
        }),
  );
}

/**
 * Who registered places. A guest is nobody in this network: told by mail alone, which leads to the pages of their own.
 * Whoever registered here as well is no guest.
 */
function submitterFor(
  event: Occasion['event'],
  person: NoticePerson,
  seats: readonly NoticeSeat[],
): Reader | null {
  const reader = readerOf(event, person, 'institution');
  const own = seats.filter(({ submittedById }) => submittedById === person.personId);
  const guestOf = own[0]?.origin;
  if (!reader || !guestOf || own.some(({ origin }) => origin === null)) return reader;
  return { ...reader, personId: null, guestOf };
}

/** The one place that a reader can give back by a link. */
type Leave = { seatId: string; token: string } | null;
/** `awaySeatId`: the one place of a guest, whose page stands in their own network. */
type Links = { leave: Leave; awaySeatId: string | null };
type Writing = (training: NoticeTraining, reader: Reader, links: Links) => Notice | null;

async function toEveryone(occasion: Occasion, write: Writing): Promise<Notice[]> {
  const { tx, event } = occasion;
  const [training] = await tx.run(noticeTraining(event.networkId, event.objectId));
  if (!training) return [];
  const seats = await tx.run(noticeSeatsOfTraining(event.networkId, training.id));
  const submitterIds = new Set(seats.map(({ submittedById }) => submittedById).filter((id) => id !== null));
  const submitters = await tx.run(noticePeople([...submitterIds]));
  const trainers = await tx.run(noticeTrainers(event.networkId, training.id));
  const readers = distinctReaders([
    ...submitters.map((person) => submitterFor(event, person, seats)),
    ...seats.map(({ participant }) => readerOf(event, participant, 'own')),
    ...trainers.map((person) => readerOf(event, person, 'organised')),
  ]);
  return readers
    .map((reader) =>
      write(training, reader, {
        leave: leaveOf(occasion, training, seats, reader),
        awaySeatId: awaySeatOf(seats, submitters, reader),
      }),
    )
    .filter((written) => written !== null);
}

function awaySeatOf(
  seats: readonly NoticeSeat[],
  submitters: readonly NoticePerson[],
  { email, guestOf }: Reader,
): string | null {
  if (!guestOf) return null;
  const guest = submitters.find((person) => person.email === email);
  const own = seats.filter(({ submittedById }) => submittedById === guest?.personId);
  return own.length === 1 ? (own[0]?.id ?? null) : null;
}

// A link gives one place back: the reader's own, or the only one that they registered.
function leaveOf(
  occasion: Occasion,
  training: NoticeTraining,
  seats: readonly NoticeSeat[],
  { email, personId }: Reader,
): Leave {
  const own = seats.find(({ participant }) => participant?.email === email);
  const registered = seats.filter(
    ({ submittedById }) => submittedById !== null && submittedById === personId,
  );
  const seat = own ?? (registered.length === 1 ? registered[0] : undefined);
  if (!seat || !isInTimeToGiveBack(training, seat, occasion.now)) return null;
  return { seatId: seat.id, token: leaveTokenOf(occasion, seat) };
}
