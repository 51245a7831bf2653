import {
  boardRelations,
  menteeRows,
  mentorRows,
  programmeFigures,
  programmeRows,
  relationsOfMentor,
} from '@tessera/db/mentoring.server.ts';
import { daysBetween } from '../clock/days.ts';
import { allows, type NetworkContext, reach } from '../context.server.ts';
import type { Permission } from '../permissions.ts';
import { type Acting, todayOf } from './note.server.ts';
import {
  byNeed,
  figureFor,
  goalStates,
  holdingStates,
  isActiveGoal,
  isLiving,
  isUnderWay,
  needsContact,
  type RelationState,
  relationStates,
  waitOf,
} from './rules.ts';

const living = relationStates.filter(isLiving);

/** The programmes of the network; for mentors and mentees those that they belong to. */
export async function programmes(ctx: Acting) {
  const { personId } = within(ctx, 'programme.read');
  return ctx.transaction((tx) => tx.run(programmeRows(ctx.network.id, ctx.language, personId)));
}

/** Mentors, with what they lack and how many mentees they have: an institution sees its own people. */
export async function mentors(ctx: Acting) {
  const { personId, institutionIds } = within(ctx, 'mentor.read');
  const rows = await ctx.transaction((tx) =>
    tx.run(mentorRows(ctx.network.id, todayOf(ctx), holdingStates, institutionIds, personId)),
  );
  return rows.map((row) => ({ ...row, room: Math.max(0, row.capacity - row.held) }));
}

/** Mentees by alias: an institution sees those that it acts for, a mentor the own ones. */
export async function mentees(ctx: Acting, programmeId: string | null) {
  const { personId, institutionIds } = within(ctx, 'mentee.read');
  return ctx.transaction((tx) =>
    tx.run(menteeRows(ctx.network.id, programmeId, institutionIds, personId, living)),
  );
}

/**
 * The own relations, the one that needs its mentor most first: the last contact, what is planned, how many next steps are
 * open, how the goals go, whether something is half written. Never a text, so that reading it leaves no trace of anybody.
 */
export async function myMentees(ctx: Acting) {
  const today = todayOf(ctx);
  const rows = await ctx.transaction((tx) =>
    tx.run(relationsOfMentor(ctx.network.id, ctx.actor.personId, ctx.language, living)),
  );
  const relations = rows.map(({ mentees: cards, ...row }) => {
    const state = row.state as RelationState;
    const mentees = cards.map((mentee) => {
      const contact = { ...row, state, lastContact: mentee.lastContact, today };
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

/** What the coordinator sees: figures of each programme, and where each living relation stands. No text, no name of a mentee. */
export async function board(ctx: NetworkContext, programmeId: string | null) {
  const networkId = ctx.network.id;
  const today = todayOf(ctx);
  const [figures, relations] = await ctx.transaction((tx) =>
    tx.runAll([
      programmeFigures(networkId, programmeId, ctx.language),
      boardRelations(networkId, programmeId, ctx.language, living, goalStates.filter(isActiveGoal)),
    ]),
  );
  return {
    programmes: figures,
    relations: relations.map((row) => {
      const state = row.state as RelationState;
      return { ...row, state, needsContact: needsContact({ ...row, state, today }) };
    }),
  };
}

/** The figures of each programme. Funders see none that could be a person: null stands for one to four. */
export async function summary(ctx: NetworkContext) {
  const isForFunder = !allows(ctx, 'relation.move', {});
  const rows = await ctx.transaction((tx) => tx.run(programmeFigures(ctx.network.id, null, ctx.language)));
  const shown = (counts: { state: string; count: number }[]) =>
    counts.map(({ state, count }) => ({ state, count: figureFor(count, isForFunder) }));
  return rows.map((row) => ({
    ...row,
    mentees: shown(row.mentees),
    relations: shown(row.relations),
    goals: shown(row.goals),
    sessions: shown(row.sessions),
  }));
}

// What a reader's rows are limited to: nothing, some institutions, or themselves.
function within(ctx: Acting, permission: Permission) {
  const allowed = reach(ctx, permission);
  return {
    institutionIds: allowed.kind === 'institutions' ? allowed.institutionIds : null,
    personId: allowed.kind === 'network' || allowed.kind === 'institutions' ? null : ctx.actor.personId,
  };
}
