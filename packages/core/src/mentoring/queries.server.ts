import { type OpenAskRow, openAskRows } from '@tessera/db/asks.server.ts';
import { institutionNames } from '@tessera/db/institutions.server.ts';
import {
  boardRelations,
  menteeRows,
  mentorRows,
  programmeFigures,
  programmeRows,
  relationsOfMentor,
} from '@tessera/db/mentoring.server.ts';
import { peopleForMentoring, programmeFacts } from '@tessera/db/programmes.server.ts';
import type { z } from 'zod';
import { daysBetween } from '../clock/days.ts';
import { type Acting, allows, type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import type { Permission } from '../permissions.ts';
import { needsFor } from './needs.ts';
import { todayOf } from './note.server.ts';
import {
  type Ask,
  byNeed,
  figuresFor,
  freeMentees,
  goalStates,
  holdingStates,
  isActiveGoal,
  isLiving,
  isUnderWay,
  type MenteeState,
  type MentorState,
  matchableMentors,
  menteeStates,
  needsContact,
  nextOf,
  type ProgrammeState,
  type RelationState,
  relationStates,
  takesPeople,
  waitOf,
} from './rules.ts';
import { MenteeFilter, MentorFilter } from './schema.ts';

const living = relationStates.filter(isLiving);

/** The programmes of the network; for mentors and mentees those that they belong to. */
export async function programmes(ctx: Acting) {
  const { personId } = within(ctx, 'programme.read');
  return ctx.transaction((tx) => tx.run(programmeRows(ctx.network.id, ctx.language, personId, null)));
}

/**
 * One programme, where it may go next, and what stands in the way or is still missing.
 * @throws DomainError not_found
 */
export async function programme(ctx: Acting, programmeId: string) {
  const { personId } = within(ctx, 'programme.read');
  const networkId = ctx.network.id;
  const [[found], [facts]] = await ctx.transaction((tx) =>
    tx.runAll([
      programmeRows(networkId, ctx.language, personId, programmeId),
      programmeFacts(networkId, programmeId, living, matchableMentors, freeMentees),
    ]),
  );
  if (!found || !facts) throw new DomainError('not_found');
  const state = found.state as ProgrammeState;
  return { ...found, state, next: nextOf('programme', state), ...facts };
}

type MentorsWanted = z.output<typeof MentorFilter> & { id?: string };
type MenteesWanted = z.output<typeof MenteeFilter> & { id?: string };

/** Mentors, with what they lack and how many mentees they have: an institution sees its own people. */
export async function mentors(ctx: Acting, { q, language, state, lacking, sort, id }: MentorsWanted) {
  const { personId, institutionIds } = within(ctx, 'mentor.read');
  const states = state ? [state] : [];
  const rows = await ctx.transaction((tx) =>
    tx.run(
      mentorRows(
        ctx.network.id,
        todayOf(ctx),
        holdingStates,
        institutionIds,
        personId,
        id ?? null,
        q,
        states,
        language,
      ),
    ),
  );
  const shown = rows
    .filter(({ lacks }) => lacking === '' || lacks.length > 0)
    .map((row) => ({ ...row, room: Math.max(0, row.capacity - row.held) }));
  return sort === 'name' ? shown : shown.sort((one, other) => other[sort] - one[sort]);
}

/**
 * One mentor, and the states that they may go into.
 * @throws DomainError not_found
 */
export async function mentor(ctx: Acting, mentorId: string) {
  const [found] = await mentors(ctx, { ...MentorFilter.parse({}), id: mentorId });
  if (!found) throw new DomainError('not_found');
  const state = found.state as MentorState;
  return { ...found, state, next: nextOf('mentor', state) };
}

/** Mentees by alias: an institution sees those that it acts for, a mentor the own ones. */
export async function mentees(ctx: Acting, { programmeId, q, language, state, sort, id }: MenteesWanted) {
  const { personId, institutionIds } = within(ctx, 'mentee.read');
  const rows = await ctx.transaction((tx) =>
    tx.run(
      menteeRows(
        ctx.network.id,
        programmeId,
        institutionIds,
        personId,
        living,
        ctx.language,
        id ?? null,
        q,
        state ? [state] : [],
        language,
      ),
    ),
  );
  const at = (row: { state: string }) => menteeStates.indexOf(row.state as MenteeState);
  return sort === 'alias' ? rows : rows.sort((one, other) => at(one) - at(other));
}

/**
 * One mentee, the states that they may go into, and whether the reader answers for them.
 * @throws DomainError not_found
 */
export async function mentee(ctx: Acting, menteeId: string) {
  const [found] = await mentees(ctx, { ...MenteeFilter.parse({}), id: menteeId });
  if (!found) throw new DomainError('not_found');
  const state = found.state as MenteeState;
  const { relation, hasLogin, institutionId } = found;
  const waits = relation?.state === 'proposed' && !relation.hasAccepted;
  return {
    ...found,
    state,
    next: nextOf('mentee', state),
    canAnswerFor: waits && !hasLogin && allows(ctx, 'mentee.add', { institutionId }),
  };
}

/** Who can be put forward as a mentor or get a login as a mentee, which institutions may act for somebody, and where to. */
export async function choices(ctx: Acting) {
  const { institutionIds } = within(ctx, 'mentee.add');
  const networkId = ctx.network.id;
  const [people, institutions, programmes] = await ctx.transaction((tx) =>
    tx.runAll([
      peopleForMentoring(networkId, institutionIds),
      institutionNames(networkId, ctx.language, institutionIds),
      programmeRows(networkId, ctx.language, null, null),
    ]),
  );
  return {
    people,
    institutions,
    programmes: programmes
      .filter(({ state }) => takesPeople(state as ProgrammeState))
      .map(({ id, title, cohorts }) => ({
        id,
        title,
        cohorts: cohorts.map(({ id, name }) => ({ id, name })),
      })),
  };
}

/**
 * The own relations, the one that needs its mentor most first: the last contact, what is planned, how many next steps are
 * open, how the goals go, whether something is half written. Never a text, so that reading it leaves no trace of anybody.
 */
export async function myMentees(ctx: Acting) {
  const today = todayOf(ctx);
  const [rows] = await ctx.ask([myMenteesQuestion(ctx)]);
  const relations = rows.map(({ mentees: cards, ...row }) => {
    const state = row.state as RelationState;
    const mentees = cards.map((mentee) => {
      const startedOn = mentee.cameOn ?? row.startedOn;
      const contact = { ...row, state, startedOn, lastContact: mentee.lastContact, today };
      return {
        ...mentee,
        needsContact: needsContact(contact),
        wait: waitOf(contact),
        daysSince: mentee.lastContact === null ? null : daysBetween(mentee.lastContact, today),
      };
    });
    // Of a group, whoever waited longest.
    const [wait = null] = mentees
      .map((mentee) => mentee.wait)
      .toSorted((a, b) => (b?.days ?? -1) - (a?.days ?? -1));
    return {
      ...row,
      state,
      canLog: isUnderWay(state),
      /** A planned day has passed, and nothing says what became of it. */
      isUnwritten: row.nextPlanned !== null && row.nextPlanned < today,
      wait,
      mentees,
    };
  });
  return relations.toSorted(byNeed(today));
}

/** What `myMentees` asks. */
export function myMenteesQuestion(ctx: Acting) {
  return relationsOfMentor(ctx.network.id, ctx.actor.personId, ctx.language, living);
}

/** What the coordinator sees: figures of each programme, where each living relation stands, and who has how many mentees. No text. */
export async function board(ctx: Acting, programmeId: string | null) {
  const networkId = ctx.network.id;
  const today = todayOf(ctx);
  const [figures, relations, people, asks] = await ctx.transaction((tx) =>
    tx.runAll([
      programmeFigures(networkId, programmeId, ctx.language),
      boardRelations(
        networkId,
        programmeId,
        ctx.language,
        living,
        goalStates.filter(isActiveGoal),
        ctx.actor.personId,
      ),
      mentorRows(networkId, today, holdingStates, null, null, null, '', matchableMentors, ''),
      openAskRows(networkId, programmeId, ctx.realNow, ctx.actor.personId),
    ]),
  );
  const rows = relations.map((row) => {
    const state = row.state as RelationState;
    return { ...row, state, needsContact: needsContact({ ...row, state, today }) };
  });
  return {
    programmes: figures.map((figure) => ({ ...figure, needs: needsFor(figure.needs, figure.goals, false) })),
    relations: rows,
    /** What waits for an answer; a mentee is shown by the alias alone. */
    asks: asks.map(shownAsk),
    caseload: people.map(({ id, givenName, familyName, nameOrder, held, capacity, lacks }) => {
      const own = rows.filter(({ mentorId }) => mentorId === id);
      return {
        id,
        givenName,
        familyName,
        nameOrder,
        held,
        capacity,
        isLacking: lacks.length > 0,
        minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
        lastContact:
          own
            .map((row) => row.lastContact ?? '')
            .sort()
            .at(-1) || null,
        waiting: own.filter((row) => row.needsContact).length,
      };
    }),
  };
}

function shownAsk({ givenName, familyName, nameOrder, alias, isMentor, what, ...ask }: OpenAskRow) {
  const mentor = isMentor ? { givenName, familyName, nameOrder } : null;
  return { ...ask, what: what as Ask, mentor, alias: isMentor ? null : alias };
}

/** The figures of each programme. Funders see none that could be a person, nor one that would tell it: null. */
export async function summary(ctx: NetworkContext) {
  const isForFunder = !allows(ctx, 'relation.move', {});
  const rows = await ctx.transaction((tx) => tx.run(programmeFigures(ctx.network.id, null, ctx.language)));
  const shown = (counts: { state: string; count: number }[]) => figuresFor(counts, isForFunder);
  return rows.map((row) => {
    const goals = shown(row.goals);
    return {
      ...row,
      mentees: shown(row.mentees),
      relations: shown(row.relations),
      goals,
      needs: needsFor(row.needs, goals, isForFunder),
      sessions: shown(row.sessions),
    };
  });
}

// What a reader's rows are limited to: nothing, some institutions, or themselves.
function within(ctx: Acting, permission: Permission) {
  const allowed = reach(ctx, permission);
  return {
    institutionIds: allowed.kind === 'institutions' ? allowed.institutionIds : null,
    personId: allowed.kind === 'network' || allowed.kind === 'institutions' ? null : ctx.actor.personId,
  };
}
