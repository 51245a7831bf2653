import {
  type ResultRow,
  resultsOfTraining,
  type SummaryRow,
  summaryOfNetwork,
} from '@tessera/db/evaluations.server.ts';
import type { z } from 'zod';
import { type Acting, allows, type NetworkContext } from '../context.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { settingOf } from '../settings/registry.ts';
import { readTraining } from '../trainings/queries.server.ts';
import { inWords, questionsOf } from './forms.server.ts';
import { levelsOf } from './levels.ts';
import { requireEvaluation } from './plan.server.ts';
import { type Figures, figuresOf, isShown, leastAnswers, meanOf, type Tally, windowOf } from './rules.ts';
import type { SummaryFilter } from './schema.ts';
import { type EvaluationStage, evaluationStages, levelOf, type QuestionKind, stagesOf } from './terms.ts';

/**
 * What a training asked and what came of it. A questionnaire shows its figures when it has closed with enough answers;
 * until then only how many have answered.
 * @throws DomainError not_found, not_allowed
 */
export async function trainingEvaluation(ctx: Acting, trainingId: string) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    await requireEvaluation(tx, ctx, 'evaluation.results', trainingId);
    const [training, plan, rows] = await Promise.all([
      readTraining(tx, ctx, trainingId),
      tx.prisma.evaluationPlan.findFirst({ where: { networkId, trainingId } }),
      tx.run(resultsOfTraining(networkId, trainingId, leastAnswers)),
    ]);
    const levels = levelsOf(ctx.network, plan?.levels ?? null);
    const { id, title, code, startsAt, endsAt, timeZone, state } = training;
    return {
      now: ctx.now,
      training: { id, title, code, startsAt, endsAt, timeZone, state },
      plan: {
        levels,
        isOwn: plan !== null,
        resultUrl: plan?.resultUrl ?? '',
        resultText: plan?.resultText ?? '',
      },
      canClose: allows(ctx, 'evaluation.close', { objectId: trainingId }),
      stages: evaluationStages.flatMap((stage) => {
        const row = rows.find((each) => each.stage === stage);
        if (row) return [ofRun(stage, row, ctx)];
        return stagesOf(levels).includes(stage) ? [ahead(stage, training, ctx)] : [];
      }),
    };
  });
}

export type QuestionResult = Figures & {
  name: string;
  kind: QuestionKind;
  text: string;
  /** By choice; of a scale those of its two ends. */
  words: Record<string, string>;
  /** What people wrote, in random order. */
  texts: string[];
};

export type StageResult = {
  stage: EvaluationStage;
  /** `missed`: it was chosen when its time was over. */
  state: 'ahead' | 'open' | 'closed' | 'missed';
  opensAt: Date;
  closesAt: Date;
  asked: number;
  answered: number;
  /** Null while nothing may be shown. */
  questions: QuestionResult[] | null;
};

function ofRun(stage: EvaluationStage, row: ResultRow, ctx: NetworkContext): StageResult {
  const { closesAt, closedAt, asked, answerCount } = row;
  const questions = questionsOf(levelOf(stage), row.questions);
  const isOpen = closedAt === null && ctx.now < closesAt;
  return {
    stage,
    state: isOpen ? 'open' : 'closed',
    opensAt: row.openedAt,
    closesAt: closedAt ?? closesAt,
    asked,
    answered: answerCount,
    questions: isShown(row)
      ? questions.map((question) => ({
          ...inWords(question, ctx),
          ...figuresOf(question, row.tallies),
          texts: row.texts.filter((text) => text.question === question.name).map(({ words }) => words),
        }))
      : null,
  };
}

function ahead(
  stage: EvaluationStage,
  training: { startsAt: Date; endsAt: Date },
  ctx: NetworkContext,
): StageResult {
  const days = {
    openDays: settingOf(ctx.network, 'evaluation.open_days'),
    daysBefore: settingOf(ctx.network, 'evaluation.days_before'),
  };
  const window = windowOf(stage, training, days);
  const isMissed = ctx.now >= window.closesAt;
  return {
    stage,
    state: isMissed ? 'missed' : 'ahead',
    ...window,
    asked: 0,
    answered: 0,
    questions: null,
  };
}

type ResultLine = {
  stage: EvaluationStage;
  question: string;
  choice: string;
  answers: number;
  answered: number;
};

/**
 * The shown figures of a training as a table; free words stay on the page.
 * @throws DomainError not_found, not_allowed
 */
export async function evaluationTable(ctx: Acting, trainingId: string) {
  const { training, stages } = await trainingEvaluation(ctx, trainingId);
  const rows = stages.flatMap(({ stage, questions }) =>
    (questions ?? []).flatMap(({ text, words, answered, counts }): ResultLine[] =>
      answered === null
        ? []
        : counts.map(({ choice, answers }) => ({
            stage,
            question: text,
            choice: label(choice, words),
            answers,
            answered,
          })),
    ),
  );
  await ctx.transaction((tx) =>
    recordEvent(tx, {
      networkId: ctx.network.id,
      kind: 'export.made',
      object: ['training', trainingId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { what: 'evaluation', rows: rows.length },
    }),
  );
  return { training: training.code, rows };
}

function label(choice: string, words: Record<string, string>): string {
  const said = words[choice];
  return said === undefined || said === choice ? choice : Number(choice) ? `${choice} (${said})` : said;
}

/**
 * Figures over many trainings: how many answered, and the means of the platform's own questions. A questionnaire that is
 * not shown by itself counts in no mean, so that nothing can be had by subtracting one view from another.
 */
export async function evaluationSummary(
  ctx: NetworkContext,
  { theme, year }: z.output<typeof SummaryFilter>,
) {
  const rows = await ctx.transaction((tx) =>
    tx.run(summaryOfNetwork(ctx.network.id, ctx.network.timeZone, leastAnswers, theme, year ?? null)),
  );
  const themes = distinct(rows.map((row) => row.theme));
  const years = distinct(rows.map((row) => String(row.year))).reverse();
  return {
    trainings: new Set(rows.map(({ trainingId }) => trainingId)).size,
    stages: evaluationStages.map((stage) => overMany(stage, rows, ctx)),
    byTheme: themes.map((each) => ({ theme: each, ...briefly(rows.filter((row) => row.theme === each)) })),
    byYear: years.map((each) => ({
      year: Number(each),
      ...briefly(rows.filter((row) => String(row.year) === each)),
    })),
  };
}

function overMany(stage: EvaluationStage, all: readonly SummaryRow[], ctx: NetworkContext) {
  const rows = all.filter((row) => row.stage === stage);
  const shown = rows.filter((row) => row.isShown);
  const tallies = shown.flatMap((row) => countable(row.tallies));
  const questions = questionsOf(levelOf(stage), null)
    .filter(({ kind }) => kind === 'scale')
    .map((question) => ({
      name: question.name,
      text: inWords(question, ctx).text,
      mean: meanOfQuestion(question.name, tallies),
    }));
  return { stage, ...rates(rows), shown: shown.length, questions };
}

function briefly(rows: readonly SummaryRow[]) {
  const reactions = rows.filter((row) => row.stage === 'reaction');
  const tallies = reactions.filter((row) => row.isShown).flatMap((row) => countable(row.tallies));
  const trainings = new Set(rows.map(({ trainingId }) => trainingId)).size;
  return { trainings, ...rates(reactions), overall: meanOfQuestion('overall', tallies) };
}

// The same rule as for one training: a question that too few answered there counts nowhere.
function countable(tallies: readonly Tally[]): Tally[] {
  return tallies.filter(({ question }) =>
    tallies.some((each) => each.question === question && each.choice === '' && each.answers >= leastAnswers),
  );
}

function meanOfQuestion(name: string, tallies: readonly Tally[]): number | null {
  const counts = tallies.filter(({ question, choice }) => question === name && choice !== '');
  return meanOf(counts);
}

function rates(rows: readonly SummaryRow[]) {
  return {
    asked: rows.reduce((sum, { asked }) => sum + asked, 0),
    answered: rows.reduce((sum, { answerCount }) => sum + answerCount, 0),
  };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
