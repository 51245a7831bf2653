import { addDays } from '../clock/days.ts';
import {
  type DueStep,
  defaultLadder,
  dueSteps,
  type LadderFacts,
  type LadderOwner,
  type LadderStep,
  type Thresholds,
} from '../mentoring/ladder.ts';

export const ladderOwners = ['coordinator', 'mentor'] as const satisfies readonly LadderOwner[];

/** Why a step is silent: words that say nothing about anybody. */
export const muteReasons = ['agreed', 'in_contact', 'waiting', 'other'] as const;

/** How long the mentor has before the coordinator who owns a step is told as well. */
const mentorDays = 3;

/** What a programme decided, over what is usual. A gap of its own number of days holds instead of twice the cadence. */
export function thresholdsOf(
  own: readonly { step: string; days: number; owner: string }[],
  cadenceDays: number,
): Thresholds {
  const decided = own.map(({ step, days, owner }) => [step, { days, owner: owner as LadderOwner }]);
  const hasOwnGap = own.some(({ step }) => step === 'gap');
  return {
    steps: { ...defaultLadder, ...Object.fromEntries(decided) },
    cadenceDays: hasOwnGap ? null : cadenceDays,
  };
}

/** Where a relation or a mentee stands, as the database holds it; days of the network. */
export type StandingFacts = Omit<LadderFacts, 'mutedUntil'> & {
  hasMentor: boolean;
  mutes: readonly { step: string; until: string; reason: string }[];
};

export type Standing = DueStep & { mute: { until: string; reason: string } | null };

/** What stands still today, also what is muted. */
export function standingOf(facts: StandingFacts, thresholds: Thresholds, today: string): Standing[] {
  return dueSteps({ ...facts, mutedUntil: {} }, thresholds, today).map((due) => {
    const mute = facts.mutes.find(({ step, until }) => step === due.step && until > today);
    return { ...due, mute: mute ? { until: mute.until, reason: mute.reason } : null };
  });
}

export type Telling = { step: LadderStep; dueOn: string; told: LadderOwner };

/**
 * Who is told today of what is due and not muted: the mentor first, the owner three days later if nothing has moved; the
 * owner at once where there is no mentor.
 */
export function tellingsOf(facts: StandingFacts, thresholds: Thresholds, today: string): Telling[] {
  const mutedUntil = Object.fromEntries(facts.mutes.map(({ step, until }) => [step, until]));
  return dueSteps({ ...facts, mutedUntil }, thresholds, today).flatMap(({ step, dueOn, owner }) => {
    if (!facts.hasMentor) return [{ step, dueOn, told: 'coordinator' as const }];
    const told: Telling[] = [{ step, dueOn, told: 'mentor' }];
    if (owner === 'coordinator' && addDays(dueOn, mentorDays) <= today)
      told.push({ step, dueOn, told: 'coordinator' });
    return told;
  });
}

/** Whether the figures of the last week leave now: Mondays from seven in the morning, on the clock of the network. */
export function isWeekTime(today: string, time: string): boolean {
  return new Date(`${today}T00:00Z`).getUTCDay() === 1 && time >= '07:00';
}

/** Questions that a coordinator can ask about a relation, and words that answer them. */
export const flagQuestions = ['how_is_it', 'log_missing', 'goals', 'next_meeting', 'call_me'] as const;
export const flagAnswers = ['done', 'under_way', 'need_help', 'not_needed'] as const;
export type FlagQuestion = (typeof flagQuestions)[number];
export type FlagAnswer = (typeof flagAnswers)[number];
