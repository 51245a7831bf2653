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

/** Who may own a step: a question that nobody answers would reach nobody if it were the mentor's. */
export const ownersOf = (step: string): readonly LadderOwner[] =>
  step === 'survey' ? ['coordinator'] : ladderOwners;

/** What a programme decided, over what is usual. A gap of its own number of days holds instead of twice the cadence. */
export function thresholdsOf(
  own: readonly { step: string; days: number; owner: string }[],
  cadenceDays: number,
): Thresholds {
  const decided = own.map(({ step, days, owner }) => [
    step,
    { days, owner: ownersOf(step).find((each) => each === owner) ?? 'coordinator' },
  ]);
  const hasOwnGap = own.some(({ step }) => step === 'gap');
  return {
    steps: { ...defaultLadder, ...Object.fromEntries(decided) },
    cadenceDays: hasOwnGap ? null : cadenceDays,
  };
}

/** Whether mentor and mentee still meet, in one word: nothing that was said can slip into it. */
export const surveyAnswers = ['meeting', 'break', 'hindered', 'stopped'] as const;
export type SurveyAnswer = (typeof surveyAnswers)[number];

/** Nothing is in the way, so nobody has to look after it. */
export const isCalm = (answer: SurveyAnswer) => answer === 'meeting' || answer === 'break';

/** The last standstill about which somebody answered, as the ladder reads it: one who says otherwise outweighs the rest. */
export function surveyOf(
  said: { dueOn: string; answeredOn: string; answers: readonly string[] } | null,
): LadderFacts['survey'] {
  if (!said) return null;
  const isAllCalm = said.answers.every((answer) => isCalm(answer as SurveyAnswer));
  return { dueOn: said.dueOn, calmOn: isAllCalm ? said.answeredOn : null };
}

/** Until when the link to a question opens it. */
export const surveyUntil = (askedAt: Date) => new Date(askedAt.getTime() + 30 * 86_400_000);

/** Where a relation or a mentee stands, as the database holds it; days of the network. */
export type StandingFacts = Omit<LadderFacts, 'mutedUntil'> & {
  hasMentor: boolean;
  mutes: readonly { step: string; until: string; reason: string }[];
};

export type Standing = DueStep & { mute: { until: string; reason: string } | null };

/** What stands still today, also what is muted. Nobody is asked while the standstill itself is silent. */
export function standingOf(facts: StandingFacts, thresholds: Thresholds, today: string): Standing[] {
  const standing = dueSteps({ ...facts, mutedUntil: {} }, thresholds, today).map((due) => {
    const mute = facts.mutes.find(({ step, until }) => step === due.step && until > today);
    return { ...due, mute: mute ? { until: mute.until, reason: mute.reason } : null };
  });
  const isSilent = standing.some(({ step, mute }) => mute && step !== 'survey');
  return standing.filter(({ step }) => step !== 'survey' || !isSilent);
}

/**
 * The day on which a standstill became due about which mentor and mentees are asked today whether they still meet; null
 * while nobody is.
 */
export function surveyDueFor(facts: StandingFacts, thresholds: Thresholds, today: string): string | null {
  return unmuted(facts, thresholds, today).find(({ step }) => step === 'survey')?.since ?? null;
}

function unmuted(facts: StandingFacts, thresholds: Thresholds, today: string): DueStep[] {
  const mutedUntil = Object.fromEntries(facts.mutes.map(({ step, until }) => [step, until]));
  return dueSteps({ ...facts, mutedUntil }, thresholds, today);
}

export type Telling = { step: LadderStep; dueOn: string; told: LadderOwner };

/**
 * Who is told today of what is due and not muted: the mentor first, the owner three days later if nothing has moved, and
 * never before mentor and mentees were asked; the owner at once where there is no mentor. A question that nobody answers
 * is told to the coordinator, unless the standstill is theirs already.
 */
export function tellingsOf(facts: StandingFacts, thresholds: Thresholds, today: string): Telling[] {
  const due = unmuted(facts, thresholds, today);
  const isTheirs = due.some(({ step, owner }) => step !== 'survey' && owner === 'coordinator');
  return due.flatMap(({ step, dueOn, owner }) => {
    if (!facts.hasMentor) return [{ step, dueOn, told: 'coordinator' as const }];
    const told: Telling[] = step === 'survey' ? [] : [{ step, dueOn, told: 'mentor' }];
    const isForOwner = owner === 'coordinator' && !(step === 'survey' && isTheirs);
    if (isForOwner && addDays(dueOn, ownersDays(step, thresholds)) <= today)
      told.push({ step, dueOn, told: 'coordinator' });
    return told;
  });
}

function ownersDays(step: LadderStep, { steps }: Thresholds): number {
  const isAskedAbout = step === 'first_meeting' || step === 'gap';
  return isAskedAbout ? Math.max(mentorDays, steps.survey.days + 1) : mentorDays;
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
