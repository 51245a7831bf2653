import type { Question } from './schema.ts';
import { type QuestionKind, scaleEnds } from './terms.ts';

/** A question as a form sends it: the words of each language, its choices one in each line. */
export type QuestionDraft = {
  /** Empty for a new one */
  name: string;
  kind: QuestionKind;
  position: number;
  isRequired: boolean;
  isRemoved: boolean;
  texts: Record<string, { text: string; choices: string }>;
};

/**
 * The questions that a form asks for, in their order. A question keeps its name and its choices theirs by their place; a
 * new one gets a name that none had; one without any words is left out.
 */
export function questionsOfDrafts(
  drafts: readonly QuestionDraft[],
  known: readonly Pick<Question, 'name' | 'choices'>[],
): Question[] {
  const taken = new Set(known.map(({ name }) => name));
  return drafts
    .filter((draft) => !draft.isRemoved && Object.values(draft.texts).some(({ text }) => text.trim() !== ''))
    .sort((a, b) => a.position - b.position)
    .map(({ name, kind, isRequired, texts }) => {
      const before = known.find((each) => each.name === name);
      const written = Object.entries(texts).filter(([, { text }]) => text.trim() !== '');
      const words = written.map(
        ([language, { text, choices }]) =>
          [language, { text: text.trim(), choices: kind === 'text' ? [] : linesOf(choices) }] as const,
      );
      const most = Math.max(...words.map(([, { choices }]) => choices.length));
      const hasChoices = kind === 'one' || kind === 'several';
      return {
        name: before ? name : freeName(taken),
        kind,
        isRequired,
        choices: hasChoices
          ? Array.from({ length: most }, (_, index) => before?.choices[index] ?? `c${index + 1}`)
          : [],
        texts: Object.fromEntries(words),
      };
    });
}

/** How many words the choices of a question need in each language. */
export function wordsNeeded({ kind, choices }: Pick<Question, 'kind' | 'choices'>): number {
  return kind === 'scale' ? scaleEnds.length : kind === 'text' ? 0 : choices.length;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function freeName(taken: Set<string>): string {
  let number = 1;
  while (taken.has(`own_${number}`)) number += 1;
  taken.add(`own_${number}`);
  return `own_${number}`;
}
