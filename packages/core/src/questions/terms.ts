// The vocabulary of an event's own questions, apart from the schemas so that a browser gets the words without the validation.

export const seatQuestionKinds = [
  'text',
  'long_text',
  'number',
  'choice',
  'several',
  'yes_no',
  'date',
] as const;
export type SeatQuestionKind = (typeof seatQuestionKinds)[number];

export const yesNo = ['yes', 'no'] as const;

/** How many questions an event can ask, and how many choices one of them has. */
export const mostQuestions = 40;
export const mostChoices = 20;
/** How long an answer in words can be. */
export const mostLetters = { text: 300, long_text: 2000 } as const;

/** Whether the answers to a question can be counted and filtered by. */
export function isCountable({ kind }: { kind: SeatQuestionKind }): boolean {
  return kind === 'choice' || kind === 'several' || kind === 'yes_no';
}

/** What can be answered to a question whose answers can be counted. */
export function choicesOf({ kind, choices }: { kind: SeatQuestionKind; choices: readonly string[] }) {
  return kind === 'yes_no' ? yesNo : choices;
}

/** The name of the field under which a question stands in a form. */
export function fieldOf(name: string): string {
  return `q-${name}`;
}
