import type { Part } from '../part.ts';
import { copyId } from '../rules.ts';

/** What trainings are evaluated with: the newest form of each level. */
export const formsPart: Part = {
  isThere: async (tx, { network }) =>
    (await tx.prisma.evaluationForm.count({ where: { networkId: network.id } })) > 0,
  find: async (tx, { runId, source, target }) => {
    const rows = await tx.prisma.evaluationForm.findMany({
      where: { networkId: source.network.id },
      orderBy: [{ level: 'asc' }, { version: 'desc' }],
      distinct: ['level'],
      select: { id: true, level: true, questions: true },
    });
    return rows.map(({ id, level, questions }) => ({
      key: level,
      title: level,
      copy: async (into) => {
        const objectId = copyId(runId, id);
        await into.prisma.evaluationForm.create({
          data: {
            id: objectId,
            networkId: target.network.id,
            level,
            version: 1,
            questions: questions as object,
            createdById: target.actor.personId,
            createdAt: target.now,
          },
        });
        return { objectId };
      },
    }));
  },
  rows: async (tx, networkId, { sourceKey: level }) =>
    tx.prisma.evaluationForm.findMany({
      where: { networkId, level },
      orderBy: { version: 'asc' },
      select: { id: true, questions: true, evaluations: { take: 1, select: { trainingId: true } } },
    }),
  remove: async (tx, { network }, { objectId }) => {
    if (objectId)
      await tx.prisma.evaluationForm.deleteMany({ where: { networkId: network.id, id: objectId } });
  },
};
