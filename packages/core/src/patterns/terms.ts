// What a copy of another network knows, apart from the code that runs on the server, so that pages and words can name it.

/** What can come along, in the order in which it is copied. */
export const patternKinds = [
  'settings',
  'look',
  'retention',
  'consents',
  'forms',
  'certificates',
  'trainings',
  'mentoring',
  'library',
] as const;
export type PatternKind = (typeof patternKinds)[number];

export const patternStates = ['running', 'done', 'failed', 'undone'] as const;
export type PatternState = (typeof patternStates)[number];

/** `waiting` holds for a consent wording until a coordinator says yes to it, `taken` after that. */
export const patternOutcomes = ['copied', 'skipped', 'left_out', 'waiting', 'taken'] as const;
export type PatternOutcome = (typeof patternOutcomes)[number];

/** Why something was not copied, or what has to be looked at in a copy. */
export const patternReasons = [
  'there_already',
  'refused',
  'link',
  'shared',
  'institution',
  'file_gone',
] as const;
export type PatternReason = (typeof patternReasons)[number];

/** Why a copy ended early. */
export const patternFailures = ['not_allowed', 'network_closed'] as const;
export type PatternFailure = (typeof patternFailures)[number];
