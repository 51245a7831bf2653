export const programmeStates = [
  'design',
  'recruiting',
  'training',
  'matching',
  'running',
  'closing',
  'closed',
] as const;
export type ProgrammeState = (typeof programmeStates)[number];

// A second cohort begins while the first one runs: a programme goes back to recruiting or matching for it.
const programmeMoves: Record<ProgrammeState, readonly ProgrammeState[]> = {
  design: ['recruiting'],
  recruiting: ['training', 'matching'],
  training: ['matching'],
  matching: ['running', 'recruiting'],
  running: ['closing', 'recruiting', 'matching'],
  closing: ['closed', 'running'],
  closed: [],
};

export const mentorStates = [
  'applied',
  'screening',
  'in_training',
  'approved',
  'active',
  'paused',
  'ended',
  'rejected',
] as const;
export type MentorState = (typeof mentorStates)[number];

const mentorMoves: Record<MentorState, readonly MentorState[]> = {
  applied: ['screening', 'rejected'],
  screening: ['in_training', 'rejected'],
  in_training: ['approved', 'rejected'],
  approved: ['active', 'paused', 'ended'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: [],
  rejected: [],
};

export const menteeStates = [
  'nominated',
  'applied',
  'accepted',
  'in_training',
  'matched',
  'active',
  'graduated',
  'withdrawn',
  'moved_away',
] as const;
export type MenteeState = (typeof menteeStates)[number];

/** What a person decides about a mentee; that somebody is matched, active or free again follows from the relation. */
const menteeMoves: Record<MenteeState, readonly MenteeState[]> = {
  nominated: ['accepted', 'withdrawn', 'moved_away'],
  applied: ['accepted', 'withdrawn', 'moved_away'],
  accepted: ['in_training', 'withdrawn', 'moved_away'],
  in_training: ['accepted', 'graduated', 'withdrawn', 'moved_away'],
  matched: ['withdrawn', 'moved_away'],
  active: ['graduated', 'withdrawn', 'moved_away'],
  graduated: [],
  withdrawn: [],
  moved_away: [],
};

export const relationStates = [
  'proposed',
  'accepted_by_both',
  'agreement_signed',
  'active',
  'paused',
  'closing',
  'completed',
  'ended_early',
  'rematched',
] as const;
export type RelationState = (typeof relationStates)[number];

const relationMoves: Record<RelationState, readonly RelationState[]> = {
  proposed: ['accepted_by_both', 'ended_early'],
  accepted_by_both: ['agreement_signed', 'ended_early', 'rematched'],
  agreement_signed: ['active', 'ended_early', 'rematched'],
  active: ['paused', 'closing', 'ended_early', 'rematched'],
  paused: ['active', 'closing', 'ended_early', 'rematched'],
  closing: ['completed', 'active', 'ended_early', 'rematched'],
  completed: [],
  ended_early: [],
  rematched: [],
};

export const goalStates = ['draft', 'agreed', 'in_progress', 'achieved', 'partly', 'dropped'] as const;
export type GoalState = (typeof goalStates)[number];

const goalMoves: Record<GoalState, readonly GoalState[]> = {
  draft: ['agreed', 'dropped'],
  agreed: ['in_progress', 'achieved', 'partly', 'dropped'],
  in_progress: ['achieved', 'partly', 'dropped'],
  achieved: [],
  partly: [],
  dropped: [],
};

/** `attempted`: somebody tried, and nobody was reached; `missed`: it was agreed, and not everybody came. */
export const sessionStates = ['planned', 'held', 'attempted', 'cancelled', 'missed'] as const;
export type SessionState = (typeof sessionStates)[number];

const sessionMoves: Record<SessionState, readonly SessionState[]> = {
  planned: ['planned', 'held', 'attempted', 'cancelled', 'missed'],
  held: [],
  attempted: [],
  cancelled: [],
  missed: [],
};

const moves = {
  programme: programmeMoves,
  mentor: mentorMoves,
  mentee: menteeMoves,
  relation: relationMoves,
  goal: goalMoves,
  session: sessionMoves,
};
type States = {
  programme: ProgrammeState;
  mentor: MentorState;
  mentee: MenteeState;
  relation: RelationState;
  goal: GoalState;
  session: SessionState;
};

/** Whether something may go from one state to another. */
export function mayMove<Kind extends keyof States>(kind: Kind, from: States[Kind], next: States[Kind]) {
  const table: Record<string, readonly string[]> = moves[kind];
  return (table[from] ?? []).includes(next);
}

/** The states that something may go into now. */
export function nextOf<Kind extends keyof States>(kind: Kind, from: States[Kind]): States[Kind][] {
  const table: Record<string, readonly string[]> = moves[kind];
  return [...(table[from] ?? [])] as States[Kind][];
}

/** A programme in these takes people in; mentors and mentees meet in the later two. */
export const takesPeople = (state: ProgrammeState) =>
  ['recruiting', 'training', 'matching', 'running'].includes(state);
export const takesRelations = (state: ProgrammeState) => ['matching', 'running'].includes(state);

export const isEndOfMentee = (state: MenteeState) => menteeMoves[state].length === 0;
export const freeMentees: readonly MenteeState[] = ['accepted', 'in_training'];
export const isFree = (state: MenteeState) => freeMentees.includes(state);
export const matchableMentors: readonly MentorState[] = ['approved', 'active'];
export const isApproved = (state: MentorState) => matchableMentors.includes(state);

/** Nobody is proposed to these any more. */
export const pastMentors: readonly MentorState[] = mentorStates.filter(
  (state) => mentorMoves[state].length === 0,
);

/** In the programme by a decision, and not gone before its end. */
export const isTakenIn = (state: MenteeState) =>
  ['accepted', 'in_training', 'matched', 'active', 'graduated'].includes(state);

/** Access of a mentor and of the mentees lasts as long as this. */
export const isLiving = (state: RelationState) => relationMoves[state].length > 0;
/** Sessions and goals belong to these. */
export const isUnderWay = (state: RelationState) => ['active', 'paused', 'closing'].includes(state);
/** A group in these takes somebody in: before it begins it is asked anew, and one that closes takes nobody. */
export const takesIn = (state: RelationState) => state === 'active' || state === 'paused';
/** A proposal takes no place of the mentor's yet: several may be asked for one place, and the first to accept has it. */
export const holdingStates: readonly RelationState[] = relationStates.filter(
  (state) => isLiving(state) && state !== 'proposed',
);
/** How many mentees more a mentor can take. */
export function roomOf(mentor: {
  capacity: number;
  maxMentees: number;
  /** Mentees in living relations that both sides accepted: in all programmes, and in this one. */
  held: number;
  heldHere: number;
}): number {
  return Math.max(0, Math.min(mentor.capacity - mentor.held, mentor.maxMentees - mentor.heldHere));
}

/** What becomes of the mentees of a relation when it goes into a state; nothing where no entry stands. */
export const menteesFollow: Partial<Record<RelationState, MenteeState>> = {
  accepted_by_both: 'matched',
  active: 'active',
  completed: 'graduated',
  ended_early: 'accepted',
  rematched: 'accepted',
};

/** How a relation has ended that its last mentee left. */
export function endWithoutMentees(state: RelationState, left: MenteeState): RelationState {
  return left === 'graduated' && isUnderWay(state) ? 'completed' : 'ended_early';
}

/** An agreement binds when every mentee reads its language, or an interpreter was there. */
export function isUnderstood(
  agreement: { language: string; isInterpreted: boolean },
  mentees: readonly { languages: readonly string[] }[],
): boolean {
  return agreement.isInterpreted || mentees.every(({ languages }) => languages.includes(agreement.language));
}

export const mostActiveGoals = 3;
export const isActiveGoal = (state: GoalState) => state === 'agreed' || state === 'in_progress';
export const isOpenGoal = (state: GoalState) => goalMoves[state].length > 0;

const oldestYears = 10;

/**
 * Why a session cannot have been on a day; null when it can. Days like `2026-05-01`; `today` is the one that the person
 * sees who writes. What is planned lies ahead, and what is cancelled may.
 */
export function dayRefusal(day: string, today: string, state: SessionState): DayRefusal | null {
  const oldest = `${Number(today.slice(0, 4)) - oldestYears}${today.slice(4)}`;
  if (day < oldest) return 'day_too_old';
  if (state === 'planned') return day < today ? 'day_behind' : null;
  return day > today && state !== 'cancelled' ? 'day_ahead' : null;
}
export type DayRefusal = 'day_too_old' | 'day_behind' | 'day_ahead';

const dayMs = 86_400_000;

/** An active relation without a session for twice its cadence asks for somebody's attention. A pause is quiet. */
export function needsContact(relation: {
  state: RelationState;
  cadenceDays: number;
  startedOn: string | null;
  lastContact: string | null;
  today: string;
}): boolean {
  const since = relation.lastContact ?? relation.startedOn;
  if (relation.state !== 'active' || since === null) return false;
  return (Date.parse(relation.today) - Date.parse(since)) / dayMs > 2 * relation.cadenceDays;
}

const fewest = 5;

/** A figure as a funder sees it: null for one that is so small that it could be a person. */
export function figureFor(count: number, isForFunder: boolean): number | null {
  return isForFunder && count > 0 && count < fewest ? null : count;
}

type Counted = { state: string; count: number };

/**
 * How many are in each state, as a funder sees it. Where one figure alone is missing the smallest of the others goes with
 * it: the sum is known, and would tell it.
 */
export function figuresFor(
  counts: readonly Counted[],
  isForFunder: boolean,
): { state: string; count: number | null }[] {
  const shown = counts.map(({ state, count }) => ({ state, count: figureFor(count, isForFunder) }));
  if (shown.filter(({ count }) => count === null).length !== 1) return shown;
  const smallest = shown.reduce<(typeof shown)[number] | null>(
    (least, each) => (each.count && each.count < (least?.count ?? Number.POSITIVE_INFINITY) ? each : least),
    null,
  );
  if (smallest) smallest.count = null;
  return shown;
}

export const topics = [
  'language',
  'work',
  'education',
  'housing',
  'health',
  'family',
  'offices',
  'community',
  'digital',
  'culture',
  'sport',
] as const;

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const partsOfDay = ['morning', 'afternoon', 'evening'] as const;
/** When somebody has time: `mon_evening`. */
export const availability = weekdays.flatMap((day) => partsOfDay.map((part) => `${day}_${part}` as const));

export const sessionModes = ['in_person', 'phone', 'video', 'message'] as const;
export const placeKinds = ['public', 'office', 'online'] as const;
export const genderPreferences = ['female', 'male'] as const;

// Two or three words, each with a capital and small letters after it: "Maria Petrova".
const nameLike = /^\p{Lu}[\p{Ll}\p{M}'’-]+(?:\s+\p{Lu}[\p{Ll}\p{M}'’-]+){1,2}$/u;
const contact = /@|(?:^|\s)[+(]?\d(?:[\s()./-]*\d){6,}(?=$|\s)/;

/** Why an alias is none: an e-mail address or a telephone number, or words that read like a name; null when it may stand. */
export function aliasRefusal(alias: string): 'alias_is_contact' | 'alias_reads_like_name' | null {
  if (contact.test(alias)) return 'alias_is_contact';
  return nameLike.test(alias.trim()) ? 'alias_reads_like_name' : null;
}

/** A session of the relation before comes along when nobody was in it who is not here: others did not agree to this mentor. */
export function doesTravel(session: { menteeIds: readonly string[] }, here: readonly string[]): boolean {
  return session.menteeIds.every((id) => here.includes(id));
}

/** The questions of a good goal; asked, never enforced. */
export const smartChecks = ['specific', 'measurable', 'achievable', 'relevant', 'timed'] as const;
export type SmartCheck = (typeof smartChecks)[number];

/** What a mentor and a mentee can ask the coordinator for, instead of an answer or meanwhile. */
export const mentorAsks = ['more_time', 'more_information', 'another_mentee'] as const;
export const menteeAsks = ['more_time', 'more_information', 'another_mentor'] as const;
/** Those of both, in one word. */
export const proposalAsks: Ask[] = [...new Set([...mentorAsks, ...menteeAsks])];
/** What is asked in words: about a relation or in general, and the last one in general by mentors alone. */
export const openAsks = ['help', 'time_place', 'material', 'end_place'] as const;
type OpenAsk = (typeof openAsks)[number];
/** What comes of it; `another`: the coordinator looks for somebody else. */
export const askOutcomes = ['done', 'declined', 'another'] as const;
export type AskOutcome = (typeof askOutcomes)[number];
export type Ask = (typeof mentorAsks)[number] | (typeof menteeAsks)[number] | OpenAsk;

/** What somebody can ask for in words, about a relation or in general. */
export function openAsksOf(as: 'mentor' | 'mentee', isAboutRelation: boolean): readonly OpenAsk[] {
  return openAsks.filter((what) => what !== 'end_place' || (as === 'mentor' && !isAboutRelation));
}

/** Steps as they are typed: one on each line that holds something. */
export function stepsOf(text: string | null): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Which lines are done after a text was corrected: a step that reads as before keeps its tick. */
export function stepsStillDone(before: string | null, after: string, done: readonly number[]): number[] {
  const ticked = done.map((index) => stepsOf(before)[index]);
  return stepsOf(after).flatMap((step, index) => (ticked.includes(step) ? [index] : []));
}

/**
 * How many days a relation has been waiting for a session, and how many of these are too many by its cadence. Null
 * while nobody waits: before it is active and in a pause.
 */
export function waitOf(relation: {
  state: RelationState;
  cadenceDays: number;
  startedOn: string | null;
  lastContact: string | null;
  today: string;
}): { days: number; overdue: number } | null {
  const since = relation.lastContact ?? relation.startedOn;
  if (relation.state !== 'active' || since === null) return null;
  const days = Math.max(0, Math.round((Date.parse(relation.today) - Date.parse(since)) / dayMs));
  return { days, overdue: Math.max(0, days - relation.cadenceDays) };
}

type Waiting = {
  state: RelationState;
  nextPlanned: string | null;
  wait: { days: number; overdue: number } | null;
};

/**
 * Compares the relations of a mentor, the one that needs them most first: a proposal to answer, then the longest overdue,
 * then what was planned and not written down, then whoever waited longest.
 */
export function byNeed(today: string): (a: Waiting, b: Waiting) => number {
  const rank = ({ state, wait, nextPlanned }: Waiting) => [
    state === 'proposed' ? 1 : 0,
    wait?.overdue ?? 0,
    nextPlanned !== null && nextPlanned < today ? 1 : 0,
    wait?.days ?? -1,
  ];
  return (a, b) => {
    const [mine, other] = [rank(a), rank(b)];
    const at = mine.findIndex((value, index) => value !== other[index]);
    return at === -1 ? 0 : (other[at] ?? 0) - (mine[at] ?? 0);
  };
}

/** How much somebody should look after a relation, as its mentor sees it. */
export const riskLevels = ['low', 'raised', 'high'] as const;
export type RiskLevel = (typeof riskLevels)[number];
