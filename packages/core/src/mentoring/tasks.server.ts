import { type RelationTasksRow, relationTasks } from '@tessera/db/plans.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { type Acting, allows } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { requirePart } from './access.server.ts';
import { todayOf } from './note.server.ts';
import { courseOf, dueDays, mayMark, type PlanOwner } from './plan.ts';
import { taskOf } from './plan-page.server.ts';
import { isUnderWay, type RelationState } from './rules.ts';

/**
 * The tasks of a relation with their days, for those who belong to it and for the coordinator: no word of what was said.
 * @throws DomainError not_found, relation_ended
 */
export async function tasksOf(ctx: Acting, relationId: string) {
  const today = todayOf(ctx);
  const [as, row] = await ctx.transaction(async (tx): Promise<[PlanOwner, RelationTasksRow]> => {
    const side = await sideIn(tx, ctx, relationId);
    const [found] = await tx.run(relationTasks(ctx.network.id, relationId));
    if (!found) throw new DomainError('not_found');
    return [side, found];
  });
  const { startedOn, aliases } = row;
  const state = row.state as RelationState;
  if (startedOn === null) return { as, state, aliases, tasks: [] };
  const tasks = row.tasks.map(taskOf);
  const course = courseOf({ ...row, tasks, startsOn: startedOn });
  const due = dueDays(tasks, course);
  return {
    as,
    state,
    aliases,
    tasks: tasks.map(({ id, titles, owner, moduleId }) => {
      const { doneOn = null, isDropped = false } = course.marks.get(id) ?? {};
      const dueOn = due.get(id) ?? startedOn;
      return {
        id,
        titles,
        owner,
        /** It counts by being there. */
        isModule: moduleId !== null,
        dueOn,
        doneOn,
        isDropped,
        /** Ticked by hand, so that the tick can be taken back. */
        isTicked: row.marks.some((mark) => mark.taskId === id && mark.doneOn !== null),
        isOverdue: doneOn === null && !isDropped && dueOn < today && isUnderWay(state),
        canMark: isUnderWay(state) && mayMark(owner, as),
      };
    }),
  };
}

/**
 * On which side somebody stands in a relation: the coordinator beside it, and whoever belongs to it.
 * @throws DomainError not_found, relation_ended
 */
export async function sideIn(tx: Transaction, ctx: Acting, relationId: string): Promise<PlanOwner> {
  if (allows(ctx, 'relation.move', {})) return 'coordinator';
  return (await requirePart(tx, ctx, relationId)).as;
}
