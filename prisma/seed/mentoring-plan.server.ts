import { markTask } from '@tessera/core/mentoring/mark-task.server.ts';
import { menteeSeats, saveMenteeSeats } from '@tessera/core/mentoring/mentee-seats.server.ts';
import { saveModules } from '@tessera/core/mentoring/modules.server.ts';
import { savePlan } from '@tessera/core/mentoring/save-plan.server.ts';
import { MenteeSeats, NewPlan, ProgrammeModules, TaskMarked } from '@tessera/core/mentoring/schema.ts';
import { modules, planTasks } from './data/plan-bg.ts';
import type { acting } from './world.server.ts';

type Acting = ReturnType<typeof acting>;
type Step = { at: Date; run: (at: Date) => Promise<unknown> };

const day = 86_400_000;
const titles = ({ bg, en }: { bg: string; en: string }) => [
  { language: 'bg' as const, title: bg },
  { language: 'en' as const, title: en },
];

/** The modules of the programme with their trainings, and its plan. */
export async function writePlan(ctx: Acting, programmeId: string): Promise<void> {
  const networkId = ctx.network.id;
  const [known, trainings] = await ctx.transaction(async ({ prisma }) => [
    await prisma.mentoringPlan.count({ where: { networkId, programmeId } }),
    await prisma.training.findMany({
      where: { networkId, code: { startsWith: 'BG-L-M' } },
      select: { id: true, code: true },
      orderBy: { code: 'asc' },
    }),
  ]);
  if (known > 0) return;
  await saveModules(
    ctx,
    ProgrammeModules.parse({
      programmeId,
      modules: modules.map(({ moduleId, ...words }) => ({ moduleId, titles: titles(words) })),
      trainings: trainings.map(({ id, code }) => ({
        trainingId: id,
        moduleId: modules.find((module) => code.startsWith(module.code))?.moduleId,
      })),
    }),
  );
  const tasks = planTasks.map(({ bg, en, ...task }) => ({ ...task, titles: titles({ bg, en }) }));
  await savePlan(ctx, NewPlan.parse({ programmeId, tasks }));
}

/** A leader without a login was registered under the alias. */
export async function findSeats(ctx: Acting, menteeId: string): Promise<void> {
  const { alias, seats } = await menteeSeats(ctx, menteeId);
  const own = seats.filter(({ familyName, isOwn }) => familyName === alias && !isOwn);
  if (own.length === 0) return;
  const participantIds = own.map(({ participantId }) => participantId);
  await saveMenteeSeats(ctx, MenteeSeats.parse({ menteeId, participantIds }));
}

/** What a group did of its plan by the day on which it ended, each a little late. */
export function marksOf({
  relationId,
  first,
  last,
  marked,
  as,
}: {
  relationId: string;
  first: number;
  last: number;
  /** Tasks that are marked already. */
  marked: ReadonlySet<string>;
  as: (owner: 'mentor' | 'coordinator', at: Date) => Acting;
}): Step[] {
  const daysOf = (taskId: string | null): number => {
    const task = planTasks.find((each) => each.taskId === taskId);
    return task ? task.days + daysOf(task.after) : 0;
  };
  return planTasks
    .filter(({ taskId, moduleId }) => moduleId === null && !marked.has(taskId))
    .map(({ taskId, owner }) => ({
      at: new Date(first + (daysOf(taskId) + 1) * day + 3_600_000),
      run: (at: Date) =>
        markTask(
          as(owner === 'coordinator' ? 'coordinator' : 'mentor', at),
          TaskMarked.parse({ relationId, taskId, mark: 'done' }),
        ),
    }))
    .filter(({ at }) => at.getTime() < last);
}
