/** What can happen to somebody's second step at sign-in; their words are in the area `secondStep`. */
export const secondStepEvents = [
  'second_step.switched_on',
  'second_step.switched_off',
  'second_step.removed',
  'second_step.codes_renewed',
  'second_step.recovery_used',
] as const;
export type SecondStepEventKind = (typeof secondStepEvents)[number];

export function isSecondStepEvent(kind: string): kind is SecondStepEventKind {
  return (secondStepEvents as readonly string[]).includes(kind);
}
