import {
  boardRelations,
  menteeRows,
  mentorRows,
  programmeFigures,
  programmeRows,
  relationsOfMentor,
} from '@tessera/db/mentoring.server.ts';
import { allows, type NetworkContext, reach } from '../context.server.ts';
import type { Permission } from '../permissions.ts';
import { type Acting, todayOf } from './note.server.ts';
import {
  figuresFor,
  goalStates,
  holdingStates,
  isActiveGoal,
  isLiving,
  needsContact,
  type RelationState,
  relationStates,
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

/** The own mentees: who needs attention, the last contact, whether a next step stands, how the goals go. Never a text. */
export async function myMentees(ctx: Acting) {
  const today = todayOf(ctx);
  const rows = await ctx.transaction((tx) =>
    tx.run(relationsOfMentor(ctx.network.id, ctx.actor.personId, ctx.language, living)),
  );
  return rows.map(({ mentees: cards, ...row }) => {
    const state = row.state as RelationState;
    return {
      ...row,
      state,
      mentees: cards.map((mentee) => ({
        ...mentee,
        needsContact: needsContact({ ...row, state, lastContact: mentee.lastContact, today }),
      })),
    };
  });
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

/** The figures of each programme. Funders see none that could be a person, nor one that would tell it: null. */
export async function summary(ctx: NetworkContext) {
  const isForFunder = !allows(ctx, 'relation.move', {});
  const rows = await ctx.transaction((tx) => tx.run(programmeFigures(ctx.network.id, null, ctx.language)));
  const shown = (counts: { state: string; count: number }[]) => figuresFor(counts, isForFunder);
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
