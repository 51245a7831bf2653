/** What can happen to the questions of an event and to the answers; its words are in the area `answers`. */
export const questionEvents = ['training.questions_changed', 'seat.answered'] as const;
export type QuestionEventKind = (typeof questionEvents)[number];

export function isQuestionEvent(kind: string): kind is QuestionEventKind {
  return (questionEvents as readonly string[]).includes(kind);
}
