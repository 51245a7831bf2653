import {
  initiativeFigures,
  initiativeLines,
  initiativeRow,
  publicStories,
  publicStory,
  teamChoices,
} from '@tessera/db/initiatives.server.ts';
import { institutionNames } from '@tessera/db/institutions.server.ts';
import type { z } from 'zod';
import { type Acting, allows, type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { todayOf } from '../mentoring/note.server.ts';
import { figureFor } from '../mentoring/rules.ts';
import { living } from './access.server.ts';
import {
  hasStory,
  type InitiativeState,
  initiativeStates,
  isOpen,
  lackingIn,
  mayPublish,
  missingConsents,
  movesFrom,
  sumOf,
  teamMoves,
} from './rules.ts';
import type { InitiativeFilter } from './schema.ts';

/** Initiatives as far as one may see them: all, those of one's team and mentees, or those alone that are public. */
export async function initiatives(ctx: Acting, { state }: z.output<typeof InitiativeFilter>) {
  const allowed = reach(ctx, 'initiative.read');
  const onlyOf = allowed.kind === 'own' ? ctx.actor.personId : null;
  const rows = await ctx.transaction((tx) =>
    tx.run(
      initiativeLines(
        ctx.network.id,
        ctx.language,
        state,
        onlyOf,
        allowed.kind === 'shared',
        todayOf(ctx),
        living,
      ),
    ),
  );
  return {
    mayBegin: reach(ctx, 'initiative.begin').kind !== 'none',
    initiatives: rows.map((row) => ({ ...row, state: row.state as InitiativeState })),
  };
}

/**
 * One initiative for the team, their mentors and the coordinator, with what each of them may do next.
 * @throws DomainError not_found
 */
export async function initiative(ctx: Acting, initiativeId: string) {
  const row = await readable(ctx, initiativeId);
  const { isMine, team, story, ...plan } = row;
  const state = row.state as InitiativeState;
  const mayEdit = allows(ctx, 'initiative.edit', { isOwn: isMine });
  const mayDecide = allows(ctx, 'initiative.decide', {});
  const moves = movesFrom(state);
  const today = todayOf(ctx);
  return {
    ...plan,
    state,
    tasks: plan.tasks.map((task) => ({
      ...task,
      isOverdue: isOpen(state) && task.doneOn === null && task.dueOn !== null && task.dueOn < today,
    })),
    cents: sumOf(plan.costs),
    lacking: lackingIn({ ...plan, team }),
    mayEdit: mayEdit && isOpen(state),
    moves: mayEdit ? teamMoves.filter((move) => moves.includes(move)) : [],
    decisions: mayDecide ? (['approve', 'return'] as const).filter((move) => moves.includes(move)) : [],
    mayTell: mayEdit && hasStory(state),
    mayPublish: mayDecide && !story.isPublic && mayPublish(team, story),
    mayUnpublish: mayDecide && story.isPublic,
    team: team.map(({ institutionId, ...member }) => ({
      ...member,
      hasAgreed: missingConsents([member], story.version).length === 0,
      mayAnswerFor: !member.hasLogin && allows(ctx, 'mentee.add', { institutionId }),
    })),
    story,
  };
}

/**
 * What the form of an initiative offers: who can be in its team, and for those who may read all institutions the ones
 * that can be partners.
 */
export async function initiativeForm(ctx: Acting) {
  const isForAll = reach(ctx, 'initiative.edit').kind === 'network';
  const readsAll = reach(ctx, 'institution.read').kind === 'network';
  const networkId = ctx.network.id;
  const [choices, institutions] = await ctx.transaction((tx) =>
    tx.runAll([
      teamChoices(networkId, ctx.language, isForAll ? null : ctx.actor.personId, living),
      institutionNames(networkId, ctx.language, readsAll ? null : []),
    ]),
  );
  return { choices, institutions };
}

/** The public stories of a network. */
export async function stories(ctx: NetworkContext) {
  return ctx.transaction((tx) => tx.run(publicStories(ctx.network.id, ctx.language)));
}

/**
 * One of them.
 * @throws DomainError not_found
 */
export async function story(ctx: NetworkContext, initiativeId: string) {
  const [row] = await ctx.transaction((tx) =>
    tx.run(publicStory(ctx.network.id, initiativeId, ctx.language)),
  );
  if (!row) throw new DomainError('not_found');
  return row;
}

/** How many initiatives there are in each state, how many came to their end, and how many people they reached. */
export async function figures(ctx: NetworkContext) {
  const isForFunder = !allows(ctx, 'initiative.decide', {});
  const rows = await ctx.transaction((tx) => tx.run(initiativeFigures(ctx.network.id)));
  const ended = rows.filter(({ state }) => hasStory(state as InitiativeState));
  const total = (what: 'count' | 'reached') => ended.reduce((sum, row) => sum + row[what], 0);
  return {
    states: initiativeStates.flatMap((state) => {
      const row = rows.find((each) => each.state === state);
      return row ? [{ state, count: row.count }] : [];
    }),
    completed: total('count'),
    reached: figureFor(total('reached'), isForFunder),
  };
}

async function readable(ctx: Acting, initiativeId: string) {
  const [row] = await ctx.transaction((tx) =>
    tx.run(initiativeRow(ctx.network.id, initiativeId, ctx.language, ctx.actor.personId, living)),
  );
  if (!row || !allows(ctx, 'initiative.read', { isOwn: row.isMine })) throw new DomainError('not_found');
  return row;
}
