import { modulesIn } from '@tessera/db/modules.server.ts';
import { newestPlan, relationsFollowing, type StoredTask } from '@tessera/db/plans.server.ts';
import type { Acting } from '../context.server.ts';
import { courseOf, offersFor, type PlanOwner, type PlanTask } from './plan.ts';
import { programmeState } from './programmes.server.ts';
import { isUnderWay, relationStates } from './rules.ts';

/**
 * The plan of a programme, the modules that it can name, and what it would change in each relation that follows an older one
 * or none. What is done there, by hand or by having attended, stays.
 * @throws DomainError not_found
 */
export async function planOf(ctx: Acting, programmeId: string) {
  const networkId = ctx.network.id;
  const [[plan], modules, relations] = await ctx.transaction(async (tx) => {
    await programmeState(tx, networkId, programmeId);
    return tx.runAll([
      newestPlan(networkId, programmeId),
      modulesIn(networkId, programmeId),
      relationsFollowing(networkId, programmeId, relationStates.filter(isUnderWay)),
    ]);
  });
  if (!plan) return { plan: null, modules, offers: [] };
  const tasks = plan.tasks.map(taskOf);
  const offers = offersFor(
    tasks,
    relations.map((row) => {
      const followed = row.tasks.map(taskOf);
      // A module that was attended is done in the plan to come as well.
      return {
        ...row,
        ...courseOf({ ...row, startsOn: row.startedOn, tasks: [...followed, ...tasks] }),
        followed,
      };
    }),
  );
  return {
    plan: { ...plan, tasks },
    modules,
    offers: offers.map(({ relation, differences }) => {
      const { relationId, aliases, givenName, familyName, nameOrder, followed } = relation;
      const titles = (taskId: string) =>
        [...tasks, ...followed].find(({ id }) => id === taskId)?.titles ?? {};
      return {
        relationId,
        aliases,
        givenName,
        familyName,
        nameOrder,
        changes: differences.map((each) => ({ ...each, titles: titles(each.taskId) })),
      };
    }),
  };
}

/** A stored task as the rules take it. */
export const taskOf = ({ owner, ...task }: StoredTask): PlanTask => ({ ...task, owner: owner as PlanOwner });
