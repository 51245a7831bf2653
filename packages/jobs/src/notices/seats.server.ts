import { isUndecided } from '@tessera/core/seats/rules.ts';
import { cancelDeadline } from '@tessera/core/trainings/rules.ts';
import {
  type NoticeSeat,
  type NoticeTraining,
  noticeCoordinators,
  noticePeople,
  noticeSeat,
  noticeSeatsOfRegistration,
  noticeTraining,
} from '@tessera/db/messages.server.ts';
import { otherDatesOfRegistration } from '@tessera/db/wishes.server.ts';
import {
  distinctReaders,
  factsOf,
  inLanguage,
  joinUrlFor,
  leaveTokenOf,
  type Notice,
  nameOf,
  notice,
  type Occasion,
  passFor,
  type Reader,
  readerOf,
} from './notice.server.ts';

/** Confirms a submission to the person who made it: what is confirmed now, and who waits where. */
export async function seatsRegistered(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, now } = occasion;
  const { payload } = occasion;
  // Whoever waits on other dates as well is told so by the mail of the first.
  if (payload.isOtherDate && payload.confirmed === 0) return [];
  const seats = await tx.run(noticeSeatsOfRegistration(event.networkId, event.objectId));
  const [first] = seats;
  const training = await trainingOf(occasion, first);
  const found = (await submitterOf(occasion, first)) ?? readerOf(event, first?.participant, 'own');
  const submitter = found && { ...found, topic: 'own' as const };
  const undecided = seats.filter(isUndecided);
  const confirmed = seats.filter(({ state }) => state === 'confirmed');
  const waiting = seats.filter(({ state }) => state === 'waiting');
  if (!first || !training || !submitter || confirmed.length + waiting.length + undecided.length === 0)
    return [];
  const deadline = cancelDeadline(training);
  const dates =
    waiting.some(({ wishId }) => wishId !== null) && !payload.isOtherDate
      ? await tx.run(otherDatesOfRegistration(event.networkId, event.objectId))
      : [];
  return [
    notice(occasion, 'seats-registered', submitter, {
      training: factsOf(training, submitter.language, event),
      institutionName: inLanguage(first.institutionNames, submitter.language, event),
      joinUrl: joinUrlFor(training, seats),
      confirmed: confirmed.length,
      seats: confirmed.map(({ participant }) => ({ name: nameOf(participant) })),
      waiting: waiting.map(({ participant, position }) => ({
        name: nameOf(participant),
        position: position ?? 1,
      })),
      undecided: undecided.map(({ participant }) => ({ name: nameOf(participant) })),
      isGuest: isGuest(first),
      cancelDeadline: deadline > now ? deadline : null,
      pass: seats.length === 1 ? passFor(occasion, training, first, submitter) : null,
      leave: seats.length === 1 ? { seatId: first.id, token: leaveTokenOf(occasion, first) } : null,
      otherDates: dates.map(({ titles, startsAt, endsAt, timeZone, position }) => ({
        title: inLanguage(titles, submitter.language, event) ?? '',
        startsAt,
        endsAt,
        timeZone,
        position,
      })),
      line: { priorityRule: training.priorityRule, partyRule: training.partyRule },
    }),
  ];
}

/** Tells that a seat of the waiting list is confirmed, unless it was given back meanwhile. */
export async function seatPromoted(occasion: Occasion): Promise<Notice[]> {
  return aboutSeat(occasion, ['confirmed'], (seat, training, reader) =>
    notice(occasion, 'seat-promoted', reader, {
      training: factsOf(training, reader.language, occasion.event),
      personName: nameOf(seat.participant),
      institutionName: inLanguage(seat.institutionNames, reader.language, occasion.event),
      joinUrl: joinUrlFor(training, [seat]),
      seatId: seat.id,
      leaveToken: leaveTokenOf(occasion, seat),
      pass: passFor(occasion, training, seat, reader),
      isGuest: isGuest(seat),
      hasOtherDates: seat.wishId !== null,
    }),
  );
}

/** Tells that a seat is offered, while the offer stands. */
export async function seatOffered(occasion: Occasion): Promise<Notice[]> {
  return aboutSeat(occasion, ['offered'], (seat, training, reader) =>
    notice(occasion, 'seat-offered', reader, {
      training: factsOf(training, reader.language, occasion.event),
      personName: nameOf(seat.participant),
      seatId: seat.id,
      guestToken: isGuest(seat) ? leaveTokenOf(occasion, seat) : null,
      hasOtherDates: seat.wishId !== null,
      expiresAt: seat.offeredUntil ?? occasion.payload.expiresAt ?? training.startsAt,
    }),
  );
}

/** Tells that an offer ended without an answer. */
export async function seatLapsed(occasion: Occasion): Promise<Notice[]> {
  return aboutSeat(occasion, ['lapsed'], (seat, training, reader) =>
    notice(occasion, 'seat-lapsed', reader, {
      training: factsOf(training, reader.language, occasion.event),
      personName: nameOf(seat.participant),
    }),
  );
}

/** Confirms a cancellation to the person who had registered, and tells the coordinators of the network. */
export async function seatCancelled(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, payload, realNow } = occasion;
  const [seat] = await tx.run(noticeSeat(event.networkId, event.objectId));
  const training = await trainingOf(occasion, seat);
  if (!seat || !training) return [];
  const submitter = (await submitterOf(occasion, seat)) ?? guestOf(occasion, seat);
  const coordinators = await tx.run(noticeCoordinators(event.networkId, realNow));
  const readers = distinctReaders([
    submitter,
    ...coordinators.map((person) => readerOf(event, person, 'organised')),
  ]);
  return readers.map((reader) =>
    notice(occasion, 'seat-cancelled', reader, {
      training: factsOf(training, reader.language, event),
      personName: nameOf(seat.participant),
      institutionName: inLanguage(seat.institutionNames, reader.language, event),
      promoted: payload.promoted > 0,
      audience: reader.email === submitter?.email ? 'institution' : 'coordinator',
    }),
  );
}

/** Somebody without a login who came by a link: pages behind a sign-in are closed to them. */
function isGuest(seat: NoticeSeat): boolean {
  return seat.submittedById === null && seat.participant?.personId === null;
}

function guestOf({ event }: Occasion, seat: NoticeSeat): Reader | null {
  return isGuest(seat) ? readerOf(event, seat.participant, 'own') : null;
}

type Writing = (seat: NoticeSeat, training: NoticeTraining, reader: Reader) => Notice;

export { aboutSeat, isGuest, trainingOf };

/** To who registered the seat and to who sits in it, if its state is still what the mail would say. */
async function aboutSeat(occasion: Occasion, states: readonly string[], write: Writing): Promise<Notice[]> {
  const { tx, event } = occasion;
  const [seat] = await tx.run(noticeSeat(event.networkId, event.objectId));
  if (!seat || !(occasion.isLookingBack || states.includes(seat.state))) return [];
  const training = await trainingOf(occasion, seat);
  if (!training) return [];
  const readers = distinctReaders([
    await submitterOf(occasion, seat),
    readerOf(event, seat.participant, 'own'),
  ]);
  return readers.map((reader) => write(seat, training, reader));
}

async function trainingOf({ tx, event }: Occasion, seat: NoticeSeat | undefined) {
  if (!seat) return null;
  const [training] = await tx.run(noticeTraining(event.networkId, seat.trainingId));
  return training ?? null;
}

async function submitterOf({ tx, event }: Occasion, seat: NoticeSeat | undefined): Promise<Reader | null> {
  if (!seat?.submittedById) return null;
  const [person] = await tx.run(noticePeople([seat.submittedById]));
  const reader = readerOf(event, person, 'institution');
  if (!reader || seat.origin === null) return reader;
  // A guest is nobody in this network: told by mail alone, which leads to the pages of the own network.
  return { ...reader, personId: null, guestOf: seat.origin };
}
