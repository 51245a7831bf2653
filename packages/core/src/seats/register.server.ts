import { newId } from '@tessera/db/id.server.ts';
import { membershipState } from '@tessera/db/institutions.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import {
  findByRequestKey,
  insertRegistration,
  type LockedTraining,
  moveCounters,
  type NewSeatRow,
} from '@tessera/db/seats.server.ts';
import { expectWishes, insertWishes, otherDates } from '@tessera/db/wishes.server.ts';
import type { z } from 'zod';
import { type Acting, type NetworkContext, reach, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { checkAnswers, type GivenAnswer, noteAnswers } from '../questions/note.server.ts';
import type { RegistrationWay } from '../registering/rules.ts';
import { noteNeeds } from '../support/note.server.ts';
import { needsIn, type SupportNeed } from '../support/rules.ts';
import { registrationWindow, type TrainingState } from '../trainings/rules.ts';
import { joinOtherDates, type WishNeeds } from './join.server.ts';
import { type NamedPerson, nameOf, participantsFor } from './participants.server.ts';
import { namedTwice, type QuotaScope, type Settlement, undecidedStates } from './rules.ts';
import type { Registration } from './schema.ts';
import { decide, lockForSeats, promote, quotasOf } from './settle.server.ts';

export type RegistrationAnswer = {
  registrationId: string;
  confirmed: number;
  waiting: number;
  /** How many the organiser decides on */
  undecided: number;
  /** How many of those who wait got a seat on another date at once */
  elsewhere: number;
  isRepeat: boolean;
};

type Input = z.output<typeof Registration>;

/**
 * Asks for places in a training: for colleagues of an institution, or for oneself. Free places are confirmed, the others
 * wait in line, and in the lines of the other dates that would do; where the organiser decides, all of them wait for that.
 * Sending the same form again gives the same answer. `origin` is the code of the partner network from which guests ask.
 * @throws DomainError not_found, registration_not_open, registration_closed, training_over, training_not_published,
 *   membership_suspended, institution_needed, too_many_places, named_twice, already_registered, mode_needed, language_needed,
 *   way_closed, half_days_needed, question_changed, answer_unfit
 */
export async function register(
  ctx: Acting,
  input: Input,
  origin: string | null = null,
): Promise<RegistrationAnswer> {
  const networkId = ctx.network.id;
  const institutionId = chosenInstitution(ctx, input);
  const place = { networkId, now: ctx.now, actorId: ctx.actor.personId };
  const { wishes, ...answer } = await ctx.transaction(async (tx) => {
    const [training, [repeat], [membership]] = await Promise.all([
      lockForSeats(tx, place, input.trainingId),
      tx.run(findByRequestKey(networkId, input.requestKey)),
      institutionId === null ? [] : tx.run(membershipState(networkId, institutionId)),
    ]);
    if (repeat) return repeatedAnswer(repeat, input.trainingId);
    if (membership?.state === 'suspended')
      throw new DomainError('membership_suspended', {}, input.institutionId ? 'institutionId' : undefined);
    checkOpen(ctx, training);
    const isOrganiser = reach(ctx, 'registration.manage').kind === 'network';
    if (!isOrganiser) requireWay(training, institutionId === null ? 'person' : 'institution');
    const people = institutionId === null ? [await self(tx, ctx)] : input.places.map(namedPerson);
    const refuseAt = refusalOf(people, institutionId !== null);
    refuseAt('named_twice', namedTwice(people));
    const found = await participantsFor(tx, { ...place, institutionId, trainingId: training.id }, people);
    const participantIds = found.map((participant) => participant?.id ?? null);
    refuseAt(
      'named_twice',
      participantIds.findIndex((id, index) => id !== null && participantIds.indexOf(id) !== index),
    );
    refuseAt(
      'already_registered',
      found.findIndex((participant) => participant?.hasSeat),
    );
    const answers = await checkAnswers(tx, networkId, training, {
      answers: people.map((person, index) => person && (input.places[index]?.answers ?? {})),
      seen: input.formVersion,
      field: (index) => `places[${index}].`,
    });
    const institutionKind = membership?.kind ?? null;
    const needsApproval = training.needsApproval && !isOrganiser;
    return take(tx, place, {
      kind: 'seats.registered',
      training,
      institutionId,
      institutionKind,
      origin,
      participantIds,
      needsApproval,
      input,
      answers,
    });
  });
  if (!wishes) return answer;
  // The registration stands by now. What fails here is done by the job of its event.
  const { confirmed } = await joinOtherDates(place, answer.registrationId, wishes).catch(() => ({
    confirmed: 0,
  }));
  return { ...answer, elsewhere: confirmed };
}

/**
 * The institution for which somebody asks; null for oneself.
 * @throws DomainError institution_needed, too_many_places, not_allowed
 */
export function chosenInstitution(
  ctx: Acting,
  input: Pick<Input, 'institutionId' | 'places'>,
): string | null {
  const allowed = reach(ctx, 'registration.create');
  if (allowed.kind === 'own') {
    if (input.institutionId !== null) throw new DomainError('not_allowed');
    if (input.places.length > 1) throw new DomainError('too_many_places', { max: 1 }, 'places');
    return null;
  }
  const only =
    allowed.kind === 'institutions' && allowed.institutionIds.length === 1 ? allowed.institutionIds[0] : null;
  const institutionId = input.institutionId ?? only ?? null;
  if (institutionId === null) throw new DomainError('institution_needed', {}, 'institutionId');
  requireOn(ctx, 'registration.create', { institutionId, isReadable: true });
  return institutionId;
}

/**
 * Checks that one can register for a training now.
 * @throws DomainError training_over, training_not_published, registration_not_open, registration_closed
 */
export function checkOpen(
  ctx: NetworkContext,
  training: Pick<LockedTraining, 'state' | 'regOpensAt' | 'regClosesAt' | 'startsAt' | 'endsAt'>,
): void {
  const window = registrationWindow({ ...training, state: training.state as TrainingState }, ctx.now);
  if (window === 'over') throw new DomainError('training_over');
  if (window === 'not_published') throw new DomainError('training_not_published');
  // A coordinator adds people until the training is over: late colleagues and walk-ins.
  if (window === 'open' || reach(ctx, 'registration.manage').kind === 'network') return;
  throw new DomainError(window === 'not_yet' ? 'registration_not_open' : 'registration_closed');
}

/**
 * Checks that a training can be registered for in a way.
 * @throws DomainError way_closed
 */
export function requireWay({ registrationWays }: LockedTraining, way: RegistrationWay): void {
  if (!registrationWays.includes(way)) throw new DomainError('way_closed');
}

type Taking = {
  /** How the seats were asked for: only a registration sends mails */
  kind: 'seats.registered' | 'seats.walked_in';
  training: LockedTraining;
  institutionId: string | null;
  institutionKind: string | null;
  origin: string | null;
  participantIds: (string | null)[];
  needsApproval: boolean;
  /** What is answered for each seat; where nobody was asked there is none */
  answers?: readonly GivenAnswer[][];
  input: Pick<Input, 'mode' | 'language' | 'keepTogether' | 'note' | 'requestKey' | 'places'> &
    Partial<Pick<Input, 'dates' | 'sessionIds'>>;
};

type Taken = RegistrationAnswer & { wishes: WishNeeds | null };

/** Asks for seats of a locked training for people who are known, and writes what the one decision gave. */
export async function take(
  tx: Transaction,
  place: { networkId: string; now: Date; actorId: string | null },
  taking: Taking,
): Promise<Taken> {
  const { training, institutionId, institutionKind, origin, participantIds, needsApproval, input } = taking;
  const { networkId, now, actorId } = place;
  const quotas = await quotasOf(tx, place, training);
  const facts = { ...chosenFacts(training, input, quotas), institutionKind, origin };
  const sessionIds = await chosenSessions(tx, networkId, training, input);
  const registrationId = newId();
  const isTogether = input.keepTogether && participantIds.length > 1;
  const seats: NewSeatRow[] = participantIds.map((participantId, index) => ({
    id: newId(),
    participantId,
    state: needsApproval ? 'requested' : 'waiting',
    queue: training.nextQueue + index,
    isTogether,
    wishId: null,
    sessionIds,
    ...facts,
  }));
  const asking = seats.map(({ id }) => ({
    id,
    registrationId,
    institutionId,
    isTogether,
    priority: 0,
    isNew: true,
    sessionIds,
    ...facts,
  }));
  const holdsNone = needsApproval && !training.pendingCounts;
  const given = holdsNone ? [] : await decide(tx, place, training, quotas, asking);
  const gets = new Set(given.map(({ seatId }) => seatId));
  for (const seat of seats) if (gets.has(seat.id)) seat.state = needsApproval ? 'pending' : 'confirmed';
  const own = new Set(seats.map(({ id }) => id));
  const others = given.filter(({ seatId }) => !own.has(seatId));
  const held = given.length - others.length;
  const confirmed = needsApproval ? 0 : held;
  const undecided = needsApproval ? seats.length : 0;
  const waiting = seats.length - confirmed - undecided;
  const needs = input.places.map(needsIn);
  const wishes = waiting > 0 && (await wish(tx, place, taking, seats, needs));
  const write = insertRegistration(
    networkId,
    training.id,
    registrationId,
    institutionId,
    actorId,
    input.requestKey,
    input.note,
    now,
    JSON.stringify(seats),
  );
  await Promise.all([
    tx.run(write),
    tx.run(moveCounters(networkId, training.id, held, waiting, seats.length)),
    recordEvent(tx, {
      networkId,
      kind: taking.kind,
      object: ['registration', registrationId],
      actorId,
      at: now,
      payload: { trainingId: training.id, institutionId, confirmed, waiting, undecided },
    }),
  ]);
  if (wishes)
    await recordEvent(tx, {
      networkId,
      kind: 'seats.wished',
      object: ['registration', registrationId],
      actorId,
      at: now,
      payload: { trainingId: training.id, wishes: wishes.size },
    });
  await noteNeeds(
    tx,
    { ...place, trainingId: training.id },
    seats.map(({ id, participantId }, index) => ({
      seatId: id,
      participantId,
      needs: needs[index] ?? [],
    })),
  );
  const { answers = [] } = taking;
  await noteAnswers(
    tx,
    { ...place, trainingId: training.id },
    seats.map(({ id, participantId }, index) => ({
      seatId: id,
      participantId,
      answers: answers[index] ?? [],
    })),
  );
  await promote(tx, place, training, others);
  return {
    registrationId,
    confirmed,
    waiting,
    undecided,
    elsewhere: 0,
    isRepeat: false,
    wishes: wishes || null,
  };
}

// Whoever waits wants the seat once, on any of the dates that are still open: each party has one wish.
async function wish(
  tx: Transaction,
  { networkId, now }: { networkId: string; now: Date },
  { training, input }: Taking,
  seats: NewSeatRow[],
  needs: readonly SupportNeed[][],
): Promise<WishNeeds | null> {
  const wanted = input.dates ?? [];
  if (wanted.length === 0) return null;
  const open = await tx.run(otherDates(networkId, training.id, now, 'en'));
  const dates = open.map(({ id }) => id).filter((id) => wanted.includes(id));
  if (dates.length === 0) return null;
  const ofParty = newId();
  const wishes = new Map<string, SupportNeed[][]>();
  for (const [index, seat] of seats.entries()) {
    if (seat.state !== 'waiting') continue;
    seat.wishId = seat.isTogether ? ofParty : newId();
    wishes.set(seat.wishId, [...(wishes.get(seat.wishId) ?? []), needs[index] ?? []]);
  }
  await tx.run(expectWishes(networkId, training.id));
  await tx.run(insertWishes(networkId, [...wishes.keys()], [training.id, ...dates], now));
  return wishes;
}

// All half-days are none chosen.
async function chosenSessions(
  tx: Transaction,
  networkId: string,
  training: LockedTraining,
  { sessionIds }: Taking['input'],
): Promise<string[]> {
  if (!training.choosesHalfDays || sessionIds === undefined) return [];
  const sessions = await tx.prisma.trainingSession.findMany({
    where: { networkId, trainingId: training.id },
    orderBy: { startsAt: 'asc' },
    select: { id: true },
  });
  const chosen = sessions.map(({ id }) => id).filter((id) => sessionIds.includes(id));
  if (chosen.length === 0) throw new DomainError('half_days_needed', {}, 'sessionIds');
  return chosen.length === sessions.length ? [] : chosen;
}

// What the training leaves open is chosen; a quota that counts it must know.
function chosenFacts(training: LockedTraining, input: Taking['input'], quotas: Settlement['quotas']) {
  const isAsked = (scope: QuotaScope) => quotas.some((quota) => quota.scope === scope);
  const mode = training.mode === 'hybrid' ? input.mode : null;
  const language =
    training.languages.length > 1 && input.language && training.languages.includes(input.language)
      ? input.language
      : null;
  if (mode === null && training.mode === 'hybrid' && isAsked('mode'))
    throw new DomainError('mode_needed', {}, 'mode');
  if (language === null && training.languages.length > 1 && isAsked('language'))
    throw new DomainError('language_needed', {}, 'language');
  return { mode, language };
}

function repeatedAnswer(
  repeat: { id: string; trainingId: string; seats: { state: string }[] },
  trainingId: string,
): Taken {
  if (repeat.trainingId !== trainingId) throw new DomainError('invalid');
  const count = (states: readonly string[]) =>
    repeat.seats.filter(({ state }) => states.includes(state)).length;
  return {
    registrationId: repeat.id,
    confirmed: count(['confirmed', 'offered']),
    waiting: count(['waiting']),
    undecided: count(undecidedStates),
    elsewhere: 0,
    isRepeat: true,
    wishes: null,
  };
}

function namedPerson(place: Input['places'][number]) {
  const { givenName, familyName, nameOrder, email, jobTitle } = place;
  return givenName !== null && familyName !== null
    ? { givenName, familyName, nameOrder, email, jobTitle }
    : null;
}

async function self(tx: Transaction, ctx: Acting) {
  const person = await tx.prisma.person.findFirst({ where: { id: ctx.actor.personId } });
  if (!person) throw new DomainError('not_found');
  const { givenName, familyName, nameOrder, email, language } = person;
  return {
    givenName,
    familyName,
    nameOrder: nameOrder === 'family_first' ? ('family_first' as const) : ('given_first' as const),
    email,
    jobTitle: null,
    personId: person.id,
    language,
  };
}

// Beside the row of the person; who registers oneself has no rows.
function refusalOf(people: readonly (NamedPerson | null)[], hasRows: boolean) {
  return (code: 'named_twice' | 'already_registered', index: number) => {
    const person = people[index];
    if (person)
      throw new DomainError(
        code,
        { name: nameOf(person) },
        hasRows ? `places[${index}].familyName` : undefined,
      );
  };
}
