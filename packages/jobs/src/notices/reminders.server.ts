import { startDay } from '@tessera/core/reminders/rules.ts';
import { isInTimeToGiveBack } from '@tessera/core/trainings/rules.ts';
import {
  type NoticeSeat,
  type NoticeTraining,
  noticeHalfDays,
  noticeManagers,
  noticePeople,
  noticeSeatsOfTraining,
  noticeTraining,
} from '@tessera/db/messages.server.ts';
import {
  factsOf,
  joinUrlFor,
  leaveTokenOf,
  type Notice,
  nameOf,
  notice,
  type Occasion,
  type Reader,
  readerOf,
} from './notice.server.ts';

/**
 * Reminds whoever has a confirmed seat and an address; for all others whoever registered them, once for each institution,
 * who is asked for the names that are missing. None once the event has begun, is off, or begins on another day.
 */
export async function trainingReminded(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, isLookingBack } = occasion;
  const [training] = await tx.run(noticeTraining(event.networkId, event.objectId));
  if (!training || !(isLookingBack || isStillAhead(occasion, training))) return [];
  const halfDays = await tx.run(noticeHalfDays(event.networkId, training.id));
  const living = await tx.run(noticeSeatsOfTraining(event.networkId, training.id));
  const seats = living.filter(({ state }) => state === 'confirmed');
  const reached = seats.filter(({ participant }) => participant?.email);
  const keepers = await keepersOf(
    occasion,
    seats.filter(({ participant }) => !participant?.email),
  );
  const told = new Map<string, { reader: Reader; own: NoticeSeat | null; others: NoticeSeat[] }>();
  for (const seat of reached) {
    const reader = readerOf(event, seat.participant, 'own');
    if (reader && !told.has(reader.email)) told.set(reader.email, { reader, own: seat, others: [] });
  }
  for (const { reader, seats: others } of keepers) {
    const known = told.get(reader.email) ?? { reader, own: null, others: [] };
    told.set(reader.email, { ...known, others: [...known.others, ...others] });
  }
  return [...told.values()].map(({ reader, own, others }) =>
    notice(occasion, 'training-reminder', reader, {
      training: factsOf(training, reader.language, event),
      joinUrl: joinUrlFor(training, own ? [own, ...others] : others),
      halfDays: halfDays.length > 1 || halfDays.some(({ room }) => room !== '') ? halfDays : [],
      own: own && {
        seatId: own.id,
        leaveToken: isInTimeToGiveBack(training, own, occasion.now) ? leaveTokenOf(occasion, own) : null,
      },
      colleagues: others.map(({ participant }) => nameOf(participant)).filter((name) => name !== null),
      unnamed: others.filter(({ participant }) => participant === null).length,
    }),
  );
}

function isStillAhead({ payload, now }: Occasion, training: NoticeTraining): boolean {
  const isOn = ['published', 'registration_closed'].includes(training.state);
  return isOn && training.startsAt > now && startDay(training) === payload.startsOn;
}

type Kept = { reader: Reader; seats: NoticeSeat[] };

/** Who answers for seats that no mail reaches: whoever registered first for the institution, else its manager. */
async function keepersOf({ tx, event, realNow }: Occasion, seats: readonly NoticeSeat[]): Promise<Kept[]> {
  const submitterIds = new Set(seats.flatMap(({ submittedById }) => submittedById ?? []));
  const institutionIds = new Set(seats.flatMap(({ institutionId }) => institutionId ?? []));
  const submitters = await tx.run(noticePeople([...submitterIds]));
  const managers = await tx.run(noticeManagers(event.networkId, [...institutionIds], realNow));
  const groups = new Map<string, NoticeSeat[]>();
  for (const seat of seats) {
    const group = seat.institutionId ?? seat.submittedById ?? seat.id;
    const known = groups.get(group);
    if (known) known.push(seat);
    else groups.set(group, [seat]);
  }
  return [...groups.values()].flatMap((group) => {
    const [submitter] = group.flatMap(
      (seat) => submitters.find(({ personId }) => personId === seat.submittedById) ?? [],
    );
    const manager = managers.find(({ institutionId }) => institutionId === group[0]?.institutionId);
    const reader = readerOf(event, submitter ?? manager, 'institution');
    if (!reader) return [];
    const guestOf = group[0]?.origin;
    return [{ reader: guestOf ? { ...reader, personId: null, guestOf } : reader, seats: group }];
  });
}
