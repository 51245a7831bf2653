import { newId } from '@tessera/db/id.server.ts';
import { writeQuestions } from '@tessera/db/questions.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { questionOfRow } from '../../questions/form.server.ts';
import { addTraining } from '../../trainings/edit.server.ts';
import { movedHalfDays } from '../../trainings/moving.ts';
import { TrainingDetails } from '../../trainings/schema.ts';
import type { Copying, Found, Part } from '../part.ts';
import { copyId, newestByTitle, placeholderStart, rewriteLinks } from '../rules.ts';
import { linksOf } from './links.server.ts';

const mostTrainings = 100;

/**
 * Trainings as drafts with their texts, rules, half-days and questions, without people, places and rooms. Of those that bear
 * the same title the newest.
 */
export const trainingsPart: Part = {
  isThere: async (tx, { network }) =>
    (await tx.prisma.training.count({ where: { networkId: network.id } })) > 0,
  find: async (tx, copying) => {
    const chosen = await chosenTrainings(tx, copying);
    const copies = new Map(chosen.map(({ id }) => [id, copyId(copying.runId, id)]));
    return chosen.map((row) => foundOf(row, copying, copies));
  },
  rows: async (tx, networkId, { objectId }) =>
    objectId &&
    (await tx.prisma.training.findFirst({
      where: { networkId, id: objectId },
      select: {
        code: true,
        state: true,
        startsAt: true,
        endsAt: true,
        capacity: true,
        formVersion: true,
        updatedAt: true,
        texts: {
          orderBy: { language: 'asc' },
          select: { language: true, title: true, summary: true, version: true },
        },
        sessions: { orderBy: { startsAt: 'asc' }, select: { startsAt: true, endsAt: true, room: true } },
        trainers: { select: { personId: true } },
      },
    })),
  remove: async (tx, { network }, { objectId }) => {
    // What belongs to a draft goes with it.
    if (objectId) await tx.prisma.training.deleteMany({ where: { networkId: network.id, id: objectId } });
  },
};

type Row = Awaited<ReturnType<typeof readTrainings>>[number];

async function chosenTrainings(tx: Transaction, { source }: Copying): Promise<Row[]> {
  const { defaultLanguage } = source.network;
  const rows = await readTrainings(tx, source.network.id);
  const titled = rows
    .filter(({ texts, sessions }) => texts.length > 0 && sessions.length > 0)
    .map((row) => {
      const text = row.texts.find(({ language }) => language === defaultLanguage) ?? row.texts[0];
      return { row, title: text?.title ?? row.code, at: row.startsAt };
    });
  return newestByTitle(titled)
    .slice(0, mostTrainings)
    .map(({ row, title }) => ({ ...row, title }));
}

async function readTrainings(tx: Transaction, networkId: string) {
  const rows = await tx.prisma.training.findMany({
    where: { networkId, state: { notIn: ['submitted', 'cancelled'] } },
    orderBy: { startsAt: 'desc' },
    include: {
      texts: true,
      sessions: { orderBy: { startsAt: 'asc' } },
      questions: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
    },
  });
  return rows.map((row) => ({ ...row, title: '' }));
}

function foundOf(row: Row, copying: Copying, copies: ReadonlyMap<string, string>): Found {
  const { runId, source, target } = copying;
  const links = linksOf(copying, copies);
  const left: string[] = [];
  const led = (text: string) => {
    const rewritten = rewriteLinks(text, links);
    left.push(...rewritten.left);
    return rewritten.text;
  };
  return {
    key: row.id,
    title: row.title,
    copy: async (tx) => {
      left.length = 0;
      const start = placeholderStart(row.startsAt, target.now, row.timeZone);
      const details = TrainingDetails.parse({
        ...row,
        venue: '',
        regOpensAt: null,
        regClosesAt: null,
        quotaReleaseAt: null,
        trainerIds: [],
        // The text that the others were translated from comes first.
        texts: sorted(row.texts, source.network.defaultLanguage).map((text) => ({
          ...text,
          summary: led(text.summary),
        })),
        sessions: movedHalfDays(row.sessions, start, row.timeZone).map((session) => ({
          ...session,
          id: null,
          room: '',
          trainerIds: [],
        })),
      });
      const id = await addTraining(tx, target, details, { id: copyId(runId, row.id) });
      const { priorityRule, partyRule, registrationWays, needsApproval, pendingCounts } = row;
      await tx.prisma.training.updateMany({
        where: { networkId: target.network.id, id },
        data: { priorityRule, partyRule, registrationWays, needsApproval, pendingCounts },
      });
      await copyQuestions(tx, target.network.id, id, row.questions);
      return { objectId: id, notes: left.map((title) => ({ title, reason: 'link' as const })) };
    },
  };
}

async function copyQuestions(tx: Transaction, networkId: string, trainingId: string, rows: Row['questions']) {
  if (rows.length === 0) return;
  const questions = rows.map((row, position) => ({
    ...questionOfRow(row),
    id: newId(),
    position,
    changedIn: 1,
  }));
  await tx.run(writeQuestions(networkId, trainingId, 1, JSON.stringify(questions)));
}

function sorted<Text extends { language: string }>(texts: readonly Text[], first: string): Text[] {
  return texts.toSorted((one, other) => Number(other.language === first) - Number(one.language === first));
}
