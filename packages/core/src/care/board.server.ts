import { type FlagRow, flagRows, type SurveyRow, surveyRows } from '@tessera/db/care.server.ts';
import { type Acting, reach } from '../context.server.ts';
import { todayOf } from '../mentoring/note.server.ts';
import { livingRelations, readStanding } from './standing.server.ts';
import {
  type FlagAnswer,
  type FlagQuestion,
  type Standing,
  type SurveyAnswer,
  standingOf,
} from './standstill-rules.ts';

const answeredDays = 30;

/**
 * What stands still and what was asked: for the coordinator everywhere, for a mentor about the own relations. Days, states
 * and aliases, never a word that was said.
 */
export async function careBoard(ctx: Acting) {
  const { id: networkId, timeZone } = ctx.network;
  const isForAll = reach(ctx, 'care.read').kind === 'network';
  const mentorPersonId = isForAll ? null : ctx.actor.personId;
  const since = new Date(ctx.now.getTime() - answeredDays * 86_400_000);
  const today = todayOf(ctx);
  const [standing, flags, surveys] = await ctx.transaction(async (tx) => [
    await readStanding(tx, { networkId, timeZone, language: ctx.language }, mentorPersonId),
    await tx.run(flagRows(networkId, since, livingRelations, mentorPersonId)),
    isForAll ? await tx.run(surveyRows(networkId, since, livingRelations)) : [],
  ]);
  const { programmes, relations, mentees } = standing;
  // To a mentor it would tell whether somebody else has answered.
  const seen = (steps: Standing[]) => steps.filter(({ step }) => isForAll || step !== 'survey');
  return {
    isForAll,
    programmes: programmes.map(({ id, title }) => ({ id, title })),
    standing: [
      ...relations.flatMap(({ facts, thresholds, ...row }) =>
        seen(standingOf(facts, thresholds, today)).map((step) => ({
          ...step,
          aboutId: row.id,
          relationId: row.id as string | null,
          programmeTitle: row.programme.title,
          aliases: row.aliases,
          mentor: nameOf(row) as ReturnType<typeof nameOf> | null,
        })),
      ),
      ...mentees.flatMap(({ facts, thresholds, ...row }) =>
        standingOf(facts, thresholds, today).map((step) => ({
          ...step,
          aboutId: row.id,
          relationId: null,
          programmeTitle: row.programme.title,
          aliases: [row.alias],
          mentor: null,
        })),
      ),
    ].sort((one, other) => other.days - one.days),
    flags: flags.map((flag) => shownFlag(ctx, flag)),
    /** Whether people still meet, in their own word: for coordinators, neither side reads the other's. */
    surveys: surveys.map(shownSurvey),
  };
}

/** The relations that a coordinator can ask about: of a proposal nobody answers. */
export async function askableRelations(ctx: Acting) {
  const { id: networkId, timeZone } = ctx.network;
  const { relations } = await ctx.transaction((tx) =>
    readStanding(tx, { networkId, timeZone, language: ctx.language }, null),
  );
  return relations
    .filter(({ state }) => state !== 'proposed')
    .map(({ id, aliases, programme, ...row }) => ({
      id,
      aliases,
      programmeTitle: programme.title,
      mentor: nameOf(row),
    }));
}

function shownFlag(ctx: Acting, { question, answer, relationState, mentorPersonId, ...row }: FlagRow) {
  const { givenName: _given, familyName: _family, nameOrder: _order, ...flag } = row;
  const isMentor = mentorPersonId === ctx.actor.personId && ctx.grants.some(({ role }) => role === 'mentor');
  return {
    ...flag,
    /** The reader is its mentor, also where they coordinate as well; while a relation is proposed nobody answers. */
    canAnswer: isMentor && answer === null && relationState !== 'proposed',
    question: question as FlagQuestion,
    answer: answer as FlagAnswer | null,
    mentor: nameOf(row),
  };
}

function shownSurvey({ id, aliases, alias, askedAt, answer, answeredAt, ...row }: SurveyRow) {
  return {
    id,
    aliases,
    alias,
    askedAt,
    answeredAt,
    answer: answer as SurveyAnswer | null,
    mentor: nameOf(row),
  };
}

const nameOf = ({
  givenName,
  familyName,
  nameOrder,
}: Pick<FlagRow, 'givenName' | 'familyName' | 'nameOrder'>) => ({
  givenName,
  familyName,
  nameOrder,
});
