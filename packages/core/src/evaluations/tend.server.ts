import {
  askPeople,
  closeEvaluation,
  openEvaluation,
  remindPeople,
  type TendedTraining,
} from '@tessera/db/evaluations.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import { settingOf } from '../settings/registry.ts';
import type { EvaluationEvent } from './events.ts';
import { newestForm, questionsOf } from './forms.server.ts';
import { levelsOf } from './levels.ts';
import { choicesOf, isForAttended, leastAnswers, nextOf, reminderDays, windowOf } from './rules.ts';
import { type EvaluationStage, evaluationStages, levelOf, stagesOf } from './terms.ts';

export type Place = {
  networkId: string;
  /** The network's clock */
  now: Date;
  settings: Parameters<typeof settingOf>[0]['settings'];
};

const dayMs = 86_400_000;

/**
 * Does what the questionnaires of one training need now: opens those whose time has come, asks and reminds people, closes
 * what is over. Each step happens once, however often and at once this runs.
 * @returns how many steps were taken
 */
export async function tendTraining(tx: Transaction, place: Place, training: TendedTraining): Promise<number> {
  const { now } = place;
  const days = {
    openDays: settingOf(place, 'evaluation.open_days'),
    daysBefore: settingOf(place, 'evaluation.days_before'),
  };
  const planned = stagesOf(levelsOf(place, training.levels));
  let steps = 0;
  for (const stage of evaluationStages) {
    const found = training.runs.find((run) => run.stage === stage);
    const run = found && {
      closesAt: new Date(found.closesAt),
      closedAt: found.closedAt ? new Date(found.closedAt) : null,
    };
    if (!run && !planned.includes(stage)) continue;
    const window = windowOf(stage, training, days);
    const next = nextOf(run, window, now);
    if (next === 'close') steps += await endEvaluation(tx, place, training.trainingId, stage, null);
    if (next === 'open') steps += await begin(tx, place, training.trainingId, stage, window.closesAt);
    if (next === 'open' || next === 'ask') steps += await tell(tx, place, training.trainingId, stage);
  }
  return steps;
}

/** Closes a questionnaire; what has too few answers goes with it. @returns 0 when it was closed already */
export async function endEvaluation(
  tx: Transaction,
  { networkId, now }: Pick<Place, 'networkId' | 'now'>,
  trainingId: string,
  stage: EvaluationStage,
  actorId: string | null,
): Promise<number> {
  const [closed] = await tx.run(closeEvaluation(networkId, trainingId, stage, actorId, now, leastAnswers));
  if (!closed) return 0;
  await recordEvent(tx, {
    networkId,
    kind: 'evaluation.closed',
    object: ['training', trainingId],
    actorId,
    at: now,
    payload: { stage, isShown: closed.answerCount >= leastAnswers },
  });
  return 1;
}

async function begin(
  tx: Transaction,
  { networkId, now }: Place,
  trainingId: string,
  stage: EvaluationStage,
  closesAt: Date,
): Promise<number> {
  const form = await formOf(tx, networkId, trainingId, stage);
  const choices = form.questions.flatMap((question) =>
    ['', ...choicesOf(question)].map((choice) => ({ question: question.name, choice })),
  );
  const [opened] = await tx.run(
    openEvaluation(networkId, trainingId, stage, form.id, now, closesAt, JSON.stringify(choices)),
  );
  if (!opened) return 0;
  await recordEvent(tx, {
    networkId,
    kind: 'evaluation.opened',
    object: ['training', trainingId],
    actorId: null,
    at: now,
    payload: { stage },
  });
  return 1;
}

// What was asked before a training is asked after it in the same words, whatever the network wrote meanwhile.
async function formOf(tx: Transaction, networkId: string, trainingId: string, stage: EvaluationStage) {
  const newest = await newestForm(tx, networkId, levelOf(stage));
  if (stage !== 'after') return newest;
  const before = await tx.prisma.evaluation.findFirst({
    where: { networkId, trainingId, stage: 'before' },
    select: { formId: true, form: { select: { questions: true } } },
  });
  if (!before) return newest;
  return { id: before.formId, questions: questionsOf('learning', before.form?.questions ?? null) };
}

async function tell(
  tx: Transaction,
  { networkId, now }: Place,
  trainingId: string,
  stage: EvaluationStage,
): Promise<number> {
  const asked = await tx.run(askPeople(networkId, trainingId, stage, isForAttended(stage), now));
  const askedUntil = new Date(now.getTime() - reminderDays * dayMs);
  const reminded = await tx.run(remindPeople(networkId, trainingId, stage, askedUntil, now));
  const events = (kind: EvaluationEvent, rows: { seatId: string }[]): NewEvent[] =>
    rows.map(({ seatId }) => ({
      networkId,
      kind,
      object: ['seat', seatId],
      actorId: null,
      at: now,
      payload: { trainingId, stage },
    }));
  await recordEvent(tx, ...events('evaluation.asked', asked), ...events('evaluation.reminded', reminded));
  return asked.length + reminded.length;
}
