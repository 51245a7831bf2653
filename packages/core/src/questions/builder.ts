import type { SeatQuestion } from './schema.ts';
import { isCountable, type SeatQuestionKind } from './terms.ts';

/** A question as a form sends it: the words of each language, its choices one in each line. */
export type QuestionDraft = {
  /** A name of one's own for a new question; empty lets one be made */
  name: string;
  kind: SeatQuestionKind;
  isRequired: boolean;
  onlyIf: string | null;
  onlyIfValue: string | null;
  forOrganiser: boolean;
  isSealed: boolean;
  keptDays: number | null;
  texts: Record<string, { text: string; help: string; choices: string }>;
};

type Form = readonly SeatQuestion[];

/**
 * A question as it is kept. It keeps its name, and its choices keep theirs by their place; a language without words for
 * the question is left out.
 * @param before the same question as it was
 */
export function questionOf(
  { texts, name, ...rest }: QuestionDraft,
  before: SeatQuestion | null,
  makeName: () => string,
): Omit<SeatQuestion, 'id' | 'changedIn'> {
  const hasChoices = rest.kind === 'choice' || rest.kind === 'several';
  const words = Object.entries(texts)
    .filter(([, { text }]) => text.trim() !== '')
    .map(([language, { text, help, choices }]) => {
      const lines = hasChoices ? linesOf(choices) : [];
      return [language, { text: text.trim(), help: help.trim(), choices: lines }] as const;
    });
  const most = Math.max(0, ...words.map(([, { choices }]) => choices.length));
  return {
    ...rest,
    name: before?.name ?? (name || makeName()),
    choices: hasChoices
      ? Array.from({ length: most }, (_, index) => before?.choices[index] ?? `c${index + 1}`)
      : [],
    onlyIfValue: rest.onlyIf === null ? null : rest.onlyIfValue,
    texts: Object.fromEntries(words),
  };
}

/** Whether the words of a question say the same in each language: a text, and as many choices everywhere. */
export function isWorded({
  kind,
  choices,
  texts,
}: Pick<SeatQuestion, 'kind' | 'choices' | 'texts'>): boolean {
  const words = Object.values(texts).filter((each) => each !== undefined);
  const isTooFew = (kind === 'choice' || kind === 'several') && choices.length < 2;
  return words.length > 0 && !isTooFew && words.every((each) => each.choices.length === choices.length);
}

/** What would give answers that stand another meaning: another kind, another way of keeping them, fewer choices. */
export function wouldTwist(before: SeatQuestion, after: Omit<SeatQuestion, 'id' | 'changedIn'>): boolean {
  return (
    before.kind !== after.kind ||
    before.isSealed !== after.isSealed ||
    before.forOrganiser !== after.forOrganiser ||
    (isCountable(before) && before.choices.some((choice) => !after.choices.includes(choice)))
  );
}

/** The form with a question one place further up or down. */
export function movedBy(questions: Form, id: string, way: 'up' | 'down'): SeatQuestion[] {
  const at = questions.findIndex((question) => question.id === id);
  const to = way === 'up' ? at - 1 : at + 1;
  const [one, other] = [questions[at], questions[to]];
  return one && other
    ? questions.toSpliced(Math.min(at, to), 2, ...(to < at ? [one, other] : [other, one]))
    : [...questions];
}

/** A name that no question of the form has. */
export function freeName(taken: readonly string[], from: number): string {
  let number = from;
  while (taken.includes(`q${number}`)) number += 1;
  return `q${number}`;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
