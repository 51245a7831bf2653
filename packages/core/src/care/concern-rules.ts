export const concernStates = ['raised', 'triaged', 'in_action', 'monitored', 'closed'] as const;
export type ConcernState = (typeof concernStates)[number];

const moves: Record<ConcernState, readonly ConcernState[]> = {
  raised: ['triaged'],
  triaged: ['triaged', 'in_action', 'monitored', 'closed'],
  in_action: ['in_action', 'monitored', 'closed'],
  monitored: ['monitored', 'in_action', 'closed'],
  closed: [],
};

/** Where a concern can go from a state; a state that stands for itself takes a further entry. */
export const nextStates = (state: ConcernState): readonly ConcernState[] => moves[state];

export const concernCategories = [
  'violence',
  'exploitation',
  'self_harm',
  'child',
  'misconduct',
  'discrimination',
  'whereabouts',
  'other',
] as const;

/** How long a concern may wait until a lead has read it and decided what comes first. */
export const triageHours = 24;
const hourMs = 3_600_000;

/** Until when somebody has to have looked at it. */
export function triageDue(concern: { raisedAt: Date }): Date {
  return new Date(concern.raisedAt.getTime() + triageHours * hourMs);
}

/** Nobody looked at it in time; it stays late also when somebody does in the end. */
export function isTriageLate(concern: { raisedAt: Date; triagedAt: Date | null }, now: Date): boolean {
  return (concern.triagedAt ?? now) > triageDue(concern);
}

/** Answers everywhere in the European Union, also without a card and in many languages. */
export const commonEmergencyNumber = '112';
