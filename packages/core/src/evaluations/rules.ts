import { type EvaluationStage, type QuestionKind, scaleSteps } from './terms.ts';

/** Fewer answers than these are never shown, to nobody. */
export const leastAnswers = 5;

/** Who has not answered is reminded once, after so many days. */
export const reminderDays = 7;

const behaviourMonths = 3;
const behaviourOpenDays = 30;
const dayMs = 86_400_000;

type Held = { startsAt: Date; endsAt: Date };
export type EvaluationDays = { openDays: number; daysBefore: number };

/** From when until when a questionnaire of a training can be answered. */
export function windowOf(
  stage: EvaluationStage,
  { startsAt, endsAt }: Held,
  { openDays, daysBefore }: EvaluationDays,
): { opensAt: Date; closesAt: Date } {
  if (stage === 'before') return { opensAt: plusDays(startsAt, -daysBefore), closesAt: startsAt };
  if (stage !== 'behaviour') return { opensAt: endsAt, closesAt: plusDays(endsAt, openDays) };
  const opensAt = plusMonths(endsAt, behaviourMonths);
  return { opensAt, closesAt: plusDays(opensAt, behaviourOpenDays) };
}

type Run = { closesAt: Date; closedAt: Date | null } | undefined;

/** What a questionnaire needs now: to be opened, to ask and remind people, to be closed, or nothing. */
export function nextOf(run: Run, window: { opensAt: Date; closesAt: Date }, now: Date) {
  if (!run) return now >= window.opensAt && now < window.closesAt ? 'open' : 'nothing';
  if (run.closedAt) return 'nothing';
  return now >= run.closesAt ? 'close' : 'ask';
}

/** Only who was there can say how it was; before it begins, everyone with a place is asked. */
export function isForAttended(stage: EvaluationStage): boolean {
  return stage !== 'before';
}

/**
 * Whether results may be shown. They appear once, when the questionnaire has closed: two states of the same figures
 * could be subtracted from each other, and their difference would be the answers of whoever came between.
 */
export function isShown({ closedAt, answerCount }: { closedAt: Date | null; answerCount: number }): boolean {
  return closedAt !== null && answerCount >= leastAnswers;
}

type Answered = { name: string; kind: QuestionKind; choices: readonly string[] };

/** The choices of a question that are counted; free words are kept, not counted. */
export function choicesOf({ kind, choices }: Answered): readonly string[] {
  if (kind === 'scale') return scaleSteps;
  return kind === 'text' ? [] : choices;
}

/** What one questionnaire adds to the counts: each choice, and the empty one for each question that was answered. */
export function marksOf(
  questions: readonly Answered[],
  answers: Readonly<Record<string, string | readonly string[] | undefined>>,
): { question: string; choice: string }[] {
  return questions.flatMap((question) => {
    const given = chosen(answers[question.name]);
    if (given.length === 0) return [];
    const counted = given.filter((choice) => choicesOf(question).includes(choice));
    return ['', ...new Set(counted)].map((choice) => ({ question: question.name, choice }));
  });
}

function chosen(answer: string | readonly string[] | undefined): readonly string[] {
  if (answer === undefined || answer === '') return [];
  return typeof answer === 'string' ? [answer] : answer;
}

export type Tally = { question: string; choice: string; answers: number };

export type Figures = {
  /** How many answered the question; null when too few did. */
  answered: number | null;
  counts: { choice: string; answers: number }[];
  mean: number | null;
};

/** The figures of one question. Where too few answered it, there are none. */
export function figuresOf(question: Answered, tallies: readonly Tally[]): Figures {
  const own = tallies.filter((tally) => tally.question === question.name);
  const count = (choice: string) => own.find((tally) => tally.choice === choice)?.answers ?? 0;
  const answered = count('');
  if (answered < leastAnswers) return { answered: null, counts: [], mean: null };
  const counts = choicesOf(question).map((choice) => ({ choice, answers: count(choice) }));
  return { answered, counts, mean: question.kind === 'scale' ? meanOf(counts) : null };
}

/** The mean of a scale; null without answers. */
export function meanOf(counts: readonly { choice: string; answers: number }[]): number | null {
  const total = counts.reduce((sum, { answers }) => sum + answers, 0);
  if (total === 0) return null;
  return counts.reduce((sum, { choice, answers }) => sum + Number(choice) * answers, 0) / total;
}

function plusDays(at: Date, days: number): Date {
  return new Date(at.getTime() + days * dayMs);
}

/** The same day some months later, or the last one of a month that has no such day. */
function plusMonths(at: Date, months: number): Date {
  const later = new Date(at);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const last = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(at.getUTCDate(), last));
  return later;
}
