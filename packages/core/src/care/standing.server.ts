import {
  type CaredMentee,
  type CaredProgramme,
  type CaredRelation,
  caredMentees,
  caredProgrammes,
  caredRelations,
} from '@tessera/db/care.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { isEndOfMentee, isLiving, menteeStates, relationStates } from '../mentoring/rules.ts';
import { type StandingFacts, surveyOf, thresholdsOf } from './standstill-rules.ts';

export const livingRelations = relationStates.filter(isLiving);
const caredMenteeStates = menteeStates.filter(
  (state) => !isEndOfMentee(state) && state !== 'nominated' && state !== 'applied',
);

type Place = { networkId: string; timeZone: string; language: string };

/**
 * Everything that can stand still in a network, with the thresholds of its programme: relations, and mentees whose profile
 * is not filled in; for one mentor the own relations alone.
 */
export async function readStanding(tx: Transaction, place: Place, mentorPersonId: string | null) {
  const { networkId, timeZone, language } = place;
  const [programmes, relations, mentees] = await tx.runAll<[CaredProgramme, CaredRelation, CaredMentee]>([
    caredProgrammes(networkId, language),
    caredRelations(networkId, timeZone, livingRelations, mentorPersonId),
    caredMentees(networkId, timeZone, mentorPersonId === null ? caredMenteeStates : []),
  ]);
  const byId = new Map(programmes.map((programme) => [programme.id, programme]));
  const inProgramme = <Row extends { programmeId: string }>(row: Row) => {
    const programme = byId.get(row.programmeId);
    if (!programme) return [];
    return [{ ...row, programme, thresholds: thresholdsOf(programme.thresholds, programme.cadenceDays) }];
  };
  return {
    programmes,
    relations: relations.flatMap(inProgramme).map((row) => ({ ...row, facts: factsOfRelation(row) })),
    mentees: mentees.flatMap(inProgramme).map((row) => ({ ...row, facts: factsOfMentee(row) })),
  };
}

function factsOfRelation(row: CaredRelation): StandingFacts {
  const { state, proposedOn, startedOn, resumedOn, lastMetOn, mutes, survey } = row;
  return {
    invitedOn: state === 'proposed' ? proposedOn : null,
    acceptedOn: null,
    isProfileComplete: true,
    relation: startedOn === null ? null : { state, startedOn, resumedOn, lastMetOn },
    survey: surveyOf(survey),
    hasMentor: true,
    mutes,
  };
}

function factsOfMentee({ addedOn, mutes }: CaredMentee): StandingFacts {
  return {
    invitedOn: null,
    acceptedOn: addedOn,
    isProfileComplete: false,
    relation: null,
    survey: null,
    hasMentor: false,
    mutes,
  };
}
