import {
  escalateConcerns,
  networksInCare,
  noteMissingLogs,
  noteStandstills,
  noteSurveys,
  surveyPeople,
} from '@tessera/db/care.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { inNetwork, inScope, type Transaction } from '@tessera/db/scope.server.ts';
import { dayOf } from '../clock/zoned-time.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import { isUnderWay } from '../mentoring/rules.ts';
import { nearMeetings } from '../supervision/near.server.ts';
import { triageHours } from './concern-rules.ts';
import { livingRelations, readStanding } from './standing.server.ts';
import { surveyDueFor, tellingsOf } from './standstill-rules.ts';
import { weekFigures } from './week.server.ts';

type Place = { networkId: string; timeZone: string; now: Date; today: string };

const underWay = livingRelations.filter(isUnderWay);

/**
 * Looks after the mentoring of every network, by its own clock. Whatever is told is noted in the transaction of the event
 * that brings the mails, so it is told once, whoever runs this, however often and at once.
 * @returns how many things were told
 */
export async function sweepCare(realNow: Date): Promise<number> {
  const networks = await inScope({ door: 'platform' }, (tx) => tx.run(networksInCare()));
  let told = 0;
  for (const { networkId, clockOffset, timeZone } of networks) {
    const now = new Date(realNow.getTime() + clockOffset * 1000);
    const place = { networkId, timeZone, now, today: dayOf(now, timeZone) };
    told += await inNetwork(networkId, async (tx) => {
      const events = [
        ...(await lateConcerns(tx, place)),
        ...(await standstills(tx, place)),
        ...(await missingLogs(tx, place)),
        ...(await weekFigures(tx, place)),
        ...(await nearMeetings(tx, place)),
      ];
      await recordEvent(tx, ...events);
      return events.length;
    });
  }
  return told;
}

async function lateConcerns(tx: Transaction, { networkId, now }: Place): Promise<NewEvent[]> {
  const lateBefore = new Date(now.getTime() - triageHours * 3_600_000);
  const late = await tx.run(escalateConcerns(networkId, now, lateBefore));
  return late.map(({ id }) => ({
    networkId,
    kind: 'concern.escalated',
    object: ['concern', id],
    actorId: null,
    at: now,
  }));
}

// One event for each mentor and one for the coordinators, however many relations stand still: a mail names none of them.
async function standstills(tx: Transaction, place: Place): Promise<NewEvent[]> {
  const { networkId, timeZone, now, today } = place;
  const { relations, mentees } = await readStanding(tx, { networkId, timeZone, language: 'en' }, null);
  const asked = await surveys(tx, place, relations);
  const tellings = [...relations, ...mentees].flatMap(({ id, facts, thresholds }) =>
    tellingsOf(facts, thresholds, today).map((telling) => ({ aboutId: id, ...telling })),
  );
  if (tellings.length === 0) return asked;
  const noted = await tx.run(noteStandstills(networkId, now, JSON.stringify(tellings)));
  const mentorOf = new Map(relations.map(({ id, mentorId }) => [id, mentorId]));
  const ofMentors = noted.flatMap(({ aboutId, told }) =>
    told === 'mentor' ? (mentorOf.get(aboutId) ?? []) : [],
  );
  const ofCoordinators = noted.filter(({ told }) => told === 'coordinator').length;
  return [
    ...asked,
    ...forMentors(place, 'care.stood_still', ofMentors),
    ...(ofCoordinators > 0
      ? [careEvent(place, 'care.stood_still', ['network', networkId], ofCoordinators)]
      : []),
  ];
}

type Relations = Awaited<ReturnType<typeof readStanding>>['relations'];

// One event for each who is asked: the link in the mail is theirs alone.
async function surveys(tx: Transaction, place: Place, relations: Relations): Promise<NewEvent[]> {
  const { networkId, now, today } = place;
  const rounds = relations.flatMap(({ id: relationId, facts, thresholds }) => {
    const dueOn = surveyDueFor(facts, thresholds, today);
    return dueOn === null ? [] : [{ relationId, dueOn }];
  });
  if (rounds.length === 0) return [];
  const people = await tx.run(surveyPeople(networkId, JSON.stringify(rounds)));
  if (people.length === 0) return [];
  const rows = people.map((person) => ({ id: newId(), ...person }));
  const noted = await tx.run(noteSurveys(networkId, now, JSON.stringify(rows)));
  return noted.map(({ id }) => ({
    networkId,
    kind: 'care.survey_asked',
    object: ['mentoring_survey', id],
    actorId: null,
    at: now,
  }));
}

async function missingLogs(tx: Transaction, place: Place): Promise<NewEvent[]> {
  const { networkId, now, today } = place;
  const missing = await tx.run(noteMissingLogs(networkId, now, today, underWay));
  return forMentors(
    place,
    'care.log_missing',
    missing.map(({ mentorId }) => mentorId),
  );
}

type Told = 'care.stood_still' | 'care.log_missing';

function forMentors(place: Place, kind: Told, mentorIds: readonly string[]): NewEvent[] {
  return [...new Set(mentorIds)].map((mentorId) =>
    careEvent(place, kind, ['mentor', mentorId], mentorIds.filter((id) => id === mentorId).length),
  );
}

function careEvent(
  { networkId, now }: Place,
  kind: Told,
  object: NewEvent['object'],
  count: number,
): NewEvent {
  return { networkId, kind, object, actorId: null, at: now, payload: { count } };
}
