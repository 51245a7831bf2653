import { lockMentoring } from '@tessera/db/mentoring.server.ts';
import { modulesIn, programmeModules } from '@tessera/db/modules.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { note } from './note.server.ts';
import { programmeState } from './programmes.server.ts';
import type { ProgrammeModules } from './schema.ts';

/**
 * The modules of a programme, the trainings that can be one, and who has attended which. Attendance counts by itself.
 * @throws DomainError not_found
 */
export async function modulesOf(ctx: Acting, programmeId: string) {
  const [found] = await ctx.transaction((tx) =>
    tx.run(programmeModules(ctx.network.id, programmeId, ctx.language)),
  );
  if (!found) throw new DomainError('not_found');
  return found;
}

/**
 * Writes the modules of a programme anew, and which training is one of them.
 * @throws DomainError not_found, module_in_plan when one that a plan names is left out
 */
export async function saveModules(
  ctx: Acting,
  { programmeId, modules, trainings }: z.output<typeof ProgrammeModules>,
): Promise<void> {
  const networkId = ctx.network.id;
  const named = modules.map(({ moduleId }) => moduleId);
  const linked = trainings.flatMap(({ trainingId, moduleId }) =>
    moduleId ? [{ trainingId, moduleId }] : [],
  );
  await ctx.transaction(async (tx) => {
    await tx.run(lockMentoring(networkId));
    await programmeState(tx, networkId, programmeId);
    const before = (await tx.run(modulesIn(networkId, programmeId))).map(({ id }) => id);
    const gone = before.filter((id) => !named.includes(id));
    const where = { networkId, id: { in: linked.map(({ trainingId }) => trainingId) } };
    if ((await tx.prisma.training.count({ where })) < linked.length) throw new DomainError('not_found');
    if (linked.some(({ moduleId }) => !named.includes(moduleId))) throw new DomainError('not_found');
    if (await tx.prisma.mentoringPlanTask.count({ where: { networkId, moduleId: { in: gone } } }))
      throw new DomainError('module_in_plan');
    await tx.prisma.mentoringModuleTraining.deleteMany({ where: { networkId, programmeId } });
    await tx.prisma.mentoringModule.deleteMany({ where: { networkId, id: { in: gone } } });
    for (const [position, { moduleId, titles }] of modules.entries()) {
      const words = Object.fromEntries(titles.map(({ language, title }) => [language, title]));
      if (before.includes(moduleId))
        await tx.prisma.mentoringModule.updateMany({
          where: { networkId, id: moduleId },
          data: { position, titles: words },
        });
      else
        await tx.prisma.mentoringModule.create({
          data: { id: moduleId, networkId, programmeId, position, titles: words },
        });
    }
    await tx.prisma.mentoringModuleTraining.createMany({
      data: linked.map((link) => ({ ...link, networkId, programmeId })),
    });
    await note(tx, ctx, 'mentoring.modules_written', ['mentoring_programme', programmeId], {
      modules: modules.length,
      trainings: linked.length,
    });
  });
}
