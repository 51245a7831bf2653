import { lockRelation } from '@tessera/db/mentoring.server.ts';
import { relationTasks } from '@tessera/db/plans.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { dateOf, note, todayOf } from './note.server.ts';
import { mayMark, type PlanOwner } from './plan.ts';
import { isUnderWay, type RelationState } from './rules.ts';
import type { TaskMarked } from './schema.ts';
import { sideIn } from './tasks.server.ts';

/**
 * Says of a task that it is done, open again, not needed here, or due on another day.
 * @throws DomainError not_found, relation_ended, relation_not_running, not_allowed for what waits for somebody else
 */
export async function markTask(
  ctx: Acting,
  { relationId, taskId, mark, day }: z.output<typeof TaskMarked>,
): Promise<void> {
  const networkId = ctx.network.id;
  const changes = {
    done: { doneOn: dateOf(todayOf(ctx)), isDropped: false },
    open: { doneOn: null, isDropped: false },
    dropped: { doneOn: null, isDropped: true },
    moved: { movedTo: dateOf(day), isDropped: false },
  }[mark];
  await ctx.transaction(async (tx) => {
    const [relation] = await tx.run(lockRelation(networkId, relationId));
    const side = await sideIn(tx, ctx, relationId);
    if (!relation) throw new DomainError('not_found');
    if (!isUnderWay(relation.state as RelationState)) throw new DomainError('relation_not_running');
    const [row] = await tx.run(relationTasks(networkId, relationId));
    const task = row?.tasks.find(({ id }) => id === taskId);
    if (!task) throw new DomainError('not_found');
    if (!mayMark(task.owner as PlanOwner, side)) throw new DomainError('not_allowed');
    const data = { ...changes, markedById: ctx.actor.personId };
    const where = { networkId, relationId, taskId };
    const { count } = await tx.prisma.mentoringTaskMark.updateMany({ where, data });
    if (count === 0)
      await tx.prisma.mentoringTaskMark.create({
        data: { ...data, ...where, programmeId: relation.programmeId },
      });
    await note(tx, ctx, 'mentoring.task_marked', ['mentoring_relation', relationId], { taskId, mark });
  });
}
