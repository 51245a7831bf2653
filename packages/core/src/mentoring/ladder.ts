import { addDays, daysBetween } from '../clock/days.ts';

/** What can come to a standstill on the way from an invitation to regular meetings, in this order. */
export const ladderSteps = ['invite', 'profile', 'first_meeting', 'gap', 'survey'] as const;
export type LadderStep = (typeof ladderSteps)[number];
export type LadderOwner = 'coordinator' | 'mentor';

/** After how many days of standstill whom each step reaches, in one programme. */
export type Thresholds = {
  steps: Record<LadderStep, { days: number; owner: LadderOwner }>;
  /** How many days lie between meetings as agreed; twice as many make a gap, whatever the days of that step. */
  cadenceDays: number | null;
};

/** The steps of a programme that set none of its own. */
export const defaultLadder: Thresholds['steps'] = {
  invite: { days: 14, owner: 'coordinator' },
  profile: { days: 7, owner: 'coordinator' },
  first_meeting: { days: 10, owner: 'mentor' },
  gap: { days: 14, owner: 'mentor' },
  survey: { days: 2, owner: 'coordinator' },
};

/** Where somebody stands, in days of the network's clock. */
export type LadderFacts = {
  /** Of an invitation that still holds; null for whoever needs none. */
  invitedOn: string | null;
  acceptedOn: string | null;
  isProfileComplete: boolean;
  relation: {
    state: string;
    startedOn: string;
    /** Since when it goes on after a pause. */
    resumedOn: string | null;
    /** The last meeting that was held; one that was missed or cancelled is none. */
    lastMetOn: string | null;
  } | null;
  /** The last standstill about which somebody said whether they still meet. */
  survey: {
    /** The day on which that standstill became due */
    dueOn: string;
    /** When it was said that nothing is in the way; null where somebody said otherwise. */
    calmOn: string | null;
  } | null;
  /** Until when a step is silent; on that day it speaks again. */
  mutedUntil: Partial<Record<LadderStep, string>>;
};

export type DueStep = {
  step: LadderStep;
  owner: LadderOwner;
  /** The day since which nothing has happened, and how many days ago that is. */
  since: string;
  days: number;
  /** The day on which it became due, or due again after it was muted: one message for each. */
  dueOn: string;
};

/** After how many days without what the step waits for it is due. */
export function daysUntilDue(step: LadderStep, { steps, cadenceDays }: Thresholds): number {
  return step === 'gap' && cadenceDays !== null ? 2 * cadenceDays : steps[step].days;
}

/** The steps that are due today and not muted, in the order of the ladder. */
export function dueSteps(facts: LadderFacts, thresholds: Thresholds, today: string): DueStep[] {
  return ladderSteps.flatMap((step) => {
    const since = standsSince(step, facts, thresholds);
    if (since === null) return [];
    const dueOn = dueDay(step, since, facts, thresholds);
    if (dueOn > today) return [];
    const { owner } = thresholds.steps[step];
    return [{ step, owner, since, days: daysBetween(since, today), dueOn }];
  });
}

// A calm answer gives a relation as many days again as the step has; a mute as many as it says.
function dueDay(step: LadderStep, since: string, facts: LadderFacts, thresholds: Thresholds): string {
  const days = daysUntilDue(step, thresholds);
  const calmOn = step === 'first_meeting' || step === 'gap' ? facts.survey?.calmOn : null;
  const muted = later(addDays(since, days), facts.mutedUntil[step] ?? null);
  return later(muted, calmOn ? addDays(calmOn, days) : null);
}

// Since when nothing has happened that the step waits for; null when it waits for nothing.
function standsSince(step: LadderStep, facts: LadderFacts, thresholds: Thresholds): string | null {
  const { invitedOn, acceptedOn, isProfileComplete, relation, survey } = facts;
  if (step === 'survey') {
    const before = relation?.lastMetOn ? 'gap' : 'first_meeting';
    const since = standsSince(before, facts, thresholds);
    const dueOn = since && dueDay(before, since, facts, thresholds);
    return dueOn && survey && survey.dueOn >= dueOn ? null : dueOn;
  }
  if (step === 'invite') return acceptedOn === null ? invitedOn : null;
  if (step === 'profile') return isProfileComplete ? null : acceptedOn;
  if (relation?.state !== 'active') return null;
  const { startedOn, resumedOn, lastMetOn } = relation;
  if (step === 'first_meeting') return lastMetOn === null ? later(startedOn, resumedOn) : null;
  return lastMetOn === null ? null : later(lastMetOn, resumedOn);
}

const later = (day: string, other: string | null) => (other !== null && other > day ? other : day);
