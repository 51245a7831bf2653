import { z } from 'zod';
import { trainingThemes } from '../trainings/terms.ts';
import { choicesOf } from './rules.ts';
import { evaluationLevels, evaluationStages, questionKinds } from './terms.ts';

const QuestionWords = z.object({
  text: z.string().trim().min(1).max(300),
  /** The words of the choices in their order; of a scale the words of its two ends. */
  choices: z.array(z.string().trim().min(1).max(120)).max(12),
});

/** One question as it is kept. `name` stays when its words change, so that answers can be compared. */
export const Question = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  kind: z.enum(questionKinds),
  isRequired: z.boolean(),
  choices: z.array(z.string().regex(/^[a-z0-9_]{1,40}$/)).max(12),
  texts: z.partialRecord(z.string().min(2).max(8), QuestionWords),
});
export type Question = z.output<typeof Question>;

export const Questions = z.array(Question).min(1).max(20);

export const EvaluationForm = z.object({ level: z.enum(evaluationLevels), questions: Questions });

export const EvaluationRules = z.object({
  levels: z.array(z.enum(evaluationLevels)).default([]),
  openDays: z.number().int().min(3).max(60),
  daysBefore: z.number().int().min(1).max(60),
});

/** What one training asks, and what came of it: an address and a sentence. */
export const EvaluationPlan = z.object({
  trainingId: z.uuid(),
  levels: z.array(z.enum(evaluationLevels)).default([]),
  resultUrl: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)])
    .optional()
    .transform((it) => it ?? ''),
  resultText: z.string().trim().max(500).default(''),
});

export const EvaluationStageInput = z.object({ trainingId: z.uuid(), stage: z.enum(evaluationStages) });

/** The link to a questionnaire. */
export const EvaluationLink = z.object({
  seatId: z.uuid(),
  stage: z.enum(evaluationStages),
  token: z.string().max(100),
});

export const EvaluationAnswers = z.object({
  ...EvaluationLink.shape,
  answers: z.record(
    z.string().max(40),
    z.union([z.string().max(2000), z.array(z.string().max(40)).max(12)]).optional(),
  ),
});

export const SummaryFilter = z.object({
  theme: z
    .enum([...trainingThemes, ''])
    .catch('')
    .default(''),
  year: z.number().int().min(1990).max(2200).nullish().catch(null),
});

type Asked = Pick<Question, 'name' | 'kind' | 'isRequired' | 'choices'>;

/** What a questionnaire takes: one field for each question, under its name. */
export function answersSchema(questions: readonly Asked[]) {
  return z.object(Object.fromEntries(questions.map((question) => [question.name, fieldOf(question)])));
}

function fieldOf(question: Asked) {
  const { kind, isRequired } = question;
  if (kind === 'text') {
    const words = z.string().trim().max(1000);
    return isRequired ? words.min(1) : words.optional();
  }
  const choice = z.enum([...choicesOf(question)] as [string, ...string[]]);
  if (kind !== 'several') return isRequired ? choice : choice.optional();
  return isRequired ? z.array(choice).min(1) : z.array(choice).default([]);
}
