import type { Transaction } from '@tessera/db/scope.server.ts';
import { holdLevels } from '../../translations/hold-levels.server.ts';
import type { Copying, Found, Part } from '../part.ts';
import { copyId } from '../rules.ts';

/**
 * Programmes of mentoring in design, without dates, cohorts and people: texts, modules, the newest plan, the newest agreement
 * of each language, and from when on something stands still.
 */
export const mentoringPart: Part = {
  isThere: async (tx, { network }) =>
    (await tx.prisma.mentoringProgramme.count({ where: { networkId: network.id } })) > 0,
  find: async (tx, copying) =>
    (await readProgrammes(tx, copying.source.network.id)).map((row) => foundOf(row, copying)),
  rows: async (tx, networkId, { objectId }) => {
    if (!objectId) return null;
    const programme = await tx.prisma.mentoringProgramme.findFirst({
      where: { networkId, id: objectId },
      include: {
        texts: { orderBy: { language: 'asc' }, select: { language: true, title: true, summary: true } },
        cohorts: { select: { id: true } },
        modules: {
          orderBy: { position: 'asc' },
          select: { id: true, titles: true, trainings: { select: { trainingId: true } } },
        },
        plans: { orderBy: { version: 'asc' }, select: { id: true } },
        agreements: {
          orderBy: [{ language: 'asc' }, { version: 'asc' }],
          select: { language: true, hash: true },
        },
        thresholds: { orderBy: { step: 'asc' }, select: { step: true, days: true, owner: true } },
        mentees: { take: 1, select: { id: true } },
        initiatives: { take: 1, select: { id: true } },
      },
    });
    return programme;
  },
  remove: async (tx, { network }, { objectId }) => {
    if (!objectId) return;
    const of = { networkId: network.id, programmeId: objectId };
    await tx.prisma.mentoringPlanTask.deleteMany({ where: { networkId: network.id, plan: of } });
    await tx.prisma.mentoringPlan.deleteMany({ where: of });
    await tx.prisma.mentoringModule.deleteMany({ where: of });
    await tx.prisma.mentoringAgreementText.deleteMany({ where: of });
    await tx.prisma.mentoringProgramme.deleteMany({ where: { networkId: network.id, id: objectId } });
  },
};

type Row = Awaited<ReturnType<typeof readProgrammes>>[number];

function readProgrammes(tx: Transaction, networkId: string) {
  return tx.prisma.mentoringProgramme.findMany({
    where: { networkId },
    orderBy: { code: 'asc' },
    include: {
      texts: { orderBy: { language: 'asc' } },
      modules: { orderBy: { position: 'asc' } },
      plans: { orderBy: { version: 'desc' }, take: 1, include: { tasks: { orderBy: { position: 'asc' } } } },
      agreements: { orderBy: { version: 'desc' } },
      thresholds: true,
    },
  });
}

function foundOf(row: Row, copying: Copying): Found {
  const { defaultLanguage } = copying.source.network;
  const text = row.texts.find(({ language }) => language === defaultLanguage) ?? row.texts[0];
  return {
    key: row.id,
    title: text?.title ?? row.code,
    copy: async (tx) => {
      const id = copyId(copying.runId, row.id);
      await holdLevels(tx, copying.target.network);
      await writeProgramme(tx, row, id, copying);
      await writePlan(tx, row, id, copying);
      return { objectId: id };
    },
  };
}

async function writeProgramme(tx: Transaction, row: Row, id: string, { target }: Copying): Promise<void> {
  const networkId = target.network.id;
  const { code, targetLeaders, cadenceDays, durationMonths, sessionMinutes, maxMentees, planApproval } = row;
  const rules = { targetLeaders, cadenceDays, durationMonths, sessionMinutes, maxMentees, planApproval };
  await tx.prisma.mentoringProgramme.create({
    data: { id, networkId, code, ...rules, createdAt: target.now },
  });
  const place = { networkId, programmeId: id };
  await tx.prisma.mentoringProgrammeText.createMany({
    data: row.texts.map(({ isPrepared: _, ...text }) => ({ ...text, ...place, changedAt: target.now })),
  });
  await tx.prisma.mentoringThreshold.createMany({
    data: row.thresholds.map((each) => ({ ...each, ...place })),
  });
  const newest = new Map(row.agreements.toReversed().map((each) => [each.language, each]));
  await tx.prisma.mentoringAgreementText.createMany({
    data: [...newest.values()].map((text) => ({ ...text, ...place, version: 1, ...madeBy(target) })),
  });
}

async function writePlan(
  tx: Transaction,
  row: Row,
  programmeId: string,
  { runId, target }: Copying,
): Promise<void> {
  const networkId = target.network.id;
  await tx.prisma.mentoringModule.createMany({
    data: row.modules.map(({ id, position, titles }) => ({
      id: copyId(runId, id),
      networkId,
      programmeId,
      position,
      titles: titles as object,
    })),
  });
  const [plan] = row.plans;
  if (!plan) return;
  const planId = copyId(runId, plan.id);
  await tx.prisma.mentoringPlan.create({
    data: { id: planId, networkId, programmeId, version: 1, ...madeBy(target) },
  });
  await tx.prisma.mentoringPlanTask.createMany({
    data: plan.tasks.map((task) => ({
      ...task,
      networkId,
      planId,
      titles: task.titles as object,
      moduleId: task.moduleId && copyId(runId, task.moduleId),
    })),
  });
}

function madeBy({ now, actor }: Copying['target']) {
  return { createdAt: now, createdById: actor.personId };
}
