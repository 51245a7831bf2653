export const evaluationEvents = [
  'evaluation.form_changed',
  'evaluation.planned',
  'evaluation.opened',
  'evaluation.asked',
  'evaluation.reminded',
  'evaluation.closed',
] as const;
export type EvaluationEvent = (typeof evaluationEvents)[number];

export function isEvaluationEvent(kind: string): kind is EvaluationEvent {
  return (evaluationEvents as readonly string[]).includes(kind);
}
