import { newId } from '@tessera/db/id.server.ts';
import { lockMentoring } from '@tessera/db/mentoring.server.ts';
import { modulesIn } from '@tessera/db/modules.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { note } from './note.server.ts';
import { planProblem } from './plan.ts';
import { programmeState } from './programmes.server.ts';
import type { NewPlan } from './schema.ts';

/**
 * Writes the plan of a programme: a new version, which relations that begin from now on follow.
 * @throws DomainError not_found, plan_impossible
 */
export async function savePlan(
  ctx: Acting,
  { programmeId, tasks }: z.output<typeof NewPlan>,
): Promise<{ planId: string; version: number }> {
  const networkId = ctx.network.id;
  const planId = newId();
  if (planProblem(tasks.map((task) => ({ ...task, id: task.taskId, titles: {} }))))
    throw new DomainError('plan_impossible');
  const version = await ctx.transaction(async (tx) => {
    await tx.run(lockMentoring(networkId));
    await programmeState(tx, networkId, programmeId);
    const modules = (await tx.run(modulesIn(networkId, programmeId))).map(({ id }) => id);
    if (tasks.some(({ moduleId }) => moduleId !== null && !modules.includes(moduleId)))
      throw new DomainError('not_found');
    const newest = await tx.prisma.mentoringPlan.findFirst({
      where: { networkId, programmeId },
      orderBy: { version: 'desc' },
      select: { version: true },
    });
    const next = (newest?.version ?? 0) + 1;
    const plan = { id: planId, networkId, programmeId, version: next };
    await tx.prisma.mentoringPlan.create({
      data: { ...plan, createdAt: ctx.now, createdById: ctx.actor.personId },
    });
    await tx.prisma.mentoringPlanTask.createMany({
      data: tasks.map(({ taskId, titles, owner, after, days, moduleId }, position) => ({
        networkId,
        planId,
        taskId,
        position,
        titles: Object.fromEntries(titles.map(({ language, title }) => [language, title])),
        owner,
        afterId: after,
        days,
        moduleId,
      })),
    });
    await note(tx, ctx, 'mentoring.plan_written', ['mentoring_programme', programmeId], {
      version: next,
      tasks: tasks.length,
    });
    return next;
  });
  return { planId, version };
}
