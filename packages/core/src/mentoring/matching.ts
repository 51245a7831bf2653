import { assign } from './assignment.ts';

/** How many points each question can give (domain 2.6). */
export const weights = { language: 40, topic: 25, availability: 20, place: 10 } as const;

/** The points of a pair that fits in everything. */
export const fullScore = Object.values(weights).reduce((sum, points) => sum + points, 0);

// One time that suits both is enough to meet; a second one leaves a choice.
const enoughTimes = 2;
const matchableStates: readonly string[] = ['approved', 'active'];

/** What is compared of both sides. Nothing named means that it is not known. */
type Profile = {
  id: string;
  /** Null for whoever has no account. */
  personId: string | null;
  languages: readonly string[];
  topics: readonly string[];
  /** Times of the week, for example `mon_evening`. */
  availability: readonly string[];
  place: string | null;
};

export type Mentor = Profile & {
  state: string;
  gender: string | null;
  /** The own number of mentees, at most what the programme allows: see `capacityOf`. */
  capacity: number;
  /** Mentees in all living relations, those that are proposed too. */
  held: number;
  /** They hold the role of a mentor no more, or not yet. */
  isWithoutRole?: boolean;
  /** What the network asks of mentors and this one does not show. */
  lacks: readonly { kindId: string; state: 'missing' | 'lapsed' }[];
};

export type Mentee = Profile & {
  needsInterpreter: boolean;
  genderPreference: string | null;
  /** Mentors who declined, were declined, or are ruled out by the coordinator. */
  ruledOut: readonly string[];
};

/** Why a pair has its points: a code with what a sentence needs. */
export type Reason = { points: number } & (
  | { code: 'language_shared'; params: { languages: string[] } }
  | { code: 'language_by_interpreter' | 'language_unknown'; params: Record<string, never> }
  | { code: 'topics_shared'; params: { topics: string[]; asked: number } }
  | { code: 'topics_differ' | 'topics_unknown'; params: Record<string, never> }
  | { code: 'times_shared'; params: { times: string[] } }
  | { code: 'times_differ' | 'times_unknown'; params: Record<string, never> }
  | { code: 'place_same'; params: { place: string } }
  | { code: 'place_differs' | 'place_unknown'; params: Record<string, never> }
);

/** Why a pair may not be matched, however well it fits. */
export type Obstacle =
  | { code: 'mentor_not_approved'; params: { state: string } }
  | { code: 'prerequisite_missing' | 'prerequisite_lapsed'; params: { kindIds: string[] } }
  | { code: 'mentor_full'; params: { capacity: number } }
  | {
      code: 'mentor_without_role' | 'gender_preference' | 'no_common_language' | 'ruled_out' | 'same_person';
      params: Record<string, never>;
    };

export type Fit = { score: number; reasons: Reason[]; obstacles: Obstacle[] };

/** A mentor for one mentee. */
export type Suggestion = Fit & { mentorId: string };

/** How many mentees a mentor can have: the own number if there is one, never more than the programme allows. */
export function capacityOf(own: number | null, perMentor: number): number {
  return Math.min(own ?? perMentor, perMentor);
}

/**
 * How well a mentor and a mentee fit: points with one reason for each question, and every obstacle. The reasons are
 * confidential, as what they are drawn from; they are for the coordinator alone.
 */
export function scoreOf(mentor: Mentor, mentee: Mentee): Fit {
  const reasons = reasonsFor(mentor, mentee);
  return { score: pointsOf(reasons), reasons, obstacles: obstaclesBetween(mentor, mentee) };
}

/**
 * For each mentee the mentors who may be proposed, the best first and among equals whoever has fewer mentees; and the others,
 * with what stands against them.
 */
export function suggestions(
  mentors: readonly Mentor[],
  mentees: readonly Mentee[],
): { menteeId: string; suggested: Suggestion[]; excluded: Suggestion[] }[] {
  const inOrder = byHeld(byId(mentors));
  return mentees.map((mentee) => {
    const ranked = inOrder
      .map((mentor) => ({ mentorId: mentor.id, ...scoreOf(mentor, mentee) }))
      .sort((one, other) => other.score - one.score);
    return {
      menteeId: mentee.id,
      suggested: ranked.filter(({ obstacles }) => obstacles.length === 0),
      excluded: ranked.filter(({ obstacles }) => obstacles.length > 0),
    };
  });
}

/** The mentors whom one may choose for a mentee of a cohort instead, the best first. */
export type Options = { menteeId: string; mentors: { mentorId: string; score: number }[] };
const mostOptions = 12;

/** Why a mentee of a cohort got no mentor. */
export type Unmatched = { menteeId: string } & (
  | { because: 'mentors_taken' }
  /** For each obstacle the number of mentors whom it keeps back. */
  | { because: 'nobody_fits'; obstacles: { code: Obstacle['code']; mentors: number }[] }
);

/**
 * Mentors for a whole cohort: as many mentees as possible, then the highest total score, then evenly spread. Nobody gets more
 * mentees than the capacity has room for, and the order in which people are handed over changes nothing.
 */
export function assignCohort(
  mentors: readonly Mentor[],
  mentees: readonly Mentee[],
): { pairs: (Suggestion & { menteeId: string })[]; unmatched: Unmatched[]; options: Options[] } {
  const offering = byId(mentors);
  const seeking = byId(mentees);
  const scores = seeking.map((mentee) =>
    offering.map((mentor) =>
      obstaclesBetween(mentor, mentee).length > 0 ? null : pointsOf(reasonsFor(mentor, mentee)),
    ),
  );
  const given = assign(
    scores,
    offering.map(({ capacity, held }) => ({ held, room: capacity - held })),
  );
  const pairs: (Suggestion & { menteeId: string })[] = [];
  const unmatched: Unmatched[] = [];
  for (const [index, mentee] of seeking.entries()) {
    const mentor = offering[given[index] ?? -1];
    if (mentor) pairs.push({ menteeId: mentee.id, mentorId: mentor.id, ...scoreOf(mentor, mentee) });
    else unmatched.push(whyUnmatched(mentee, offering));
  }
  const options = seeking.map(({ id }, index) => ({
    menteeId: id,
    mentors: bestOf(offering, scores[index] ?? [], given[index] ?? null),
  }));
  return { pairs, unmatched, options };
}

// The best ones, and always the one whom the plan gives.
function bestOf(
  mentors: readonly Mentor[],
  scores: readonly (number | null)[],
  given: number | null,
): Options['mentors'] {
  const ranked = mentors
    .map(({ id }, index) => ({ mentorId: id, score: scores[index] ?? -1, isGiven: index === given }))
    .filter(({ score }) => score >= 0)
    .sort((one, other) => other.score - one.score);
  return ranked
    .filter(({ isGiven }, place) => isGiven || place < mostOptions)
    .map(({ mentorId, score }) => ({ mentorId, score }));
}

function whyUnmatched(mentee: Mentee, mentors: readonly Mentor[]): Unmatched {
  const kept = mentors.map((mentor) => obstaclesBetween(mentor, mentee));
  if (kept.some((obstacles) => obstacles.length === 0)) {
    return { menteeId: mentee.id, because: 'mentors_taken' };
  }
  const counts = new Map<Obstacle['code'], number>();
  for (const { code } of kept.flat()) counts.set(code, (counts.get(code) ?? 0) + 1);
  const obstacles = [...counts]
    .map(([code, count]) => ({ code, mentors: count }))
    .sort((one, other) => other.mentors - one.mentors || compare(one.code, other.code));
  return { menteeId: mentee.id, because: 'nobody_fits', obstacles };
}

function reasonsFor(mentor: Mentor, mentee: Mentee): Reason[] {
  return [language(mentor, mentee), topics(mentor, mentee), times(mentor, mentee), place(mentor, mentee)];
}

const pointsOf = (reasons: readonly Reason[]) => reasons.reduce((sum, { points }) => sum + points, 0);

function obstaclesBetween(mentor: Mentor, mentee: Mentee): Obstacle[] {
  const found: Obstacle[] = [];
  const { state, capacity } = mentor;
  if (!matchableStates.includes(state)) found.push({ code: 'mentor_not_approved', params: { state } });
  if (mentor.isWithoutRole) found.push({ code: 'mentor_without_role', params: {} });
  for (const lack of ['missing', 'lapsed'] as const) {
    const kindIds = mentor.lacks.filter((each) => each.state === lack).map(({ kindId }) => kindId);
    if (kindIds.length > 0) found.push({ code: `prerequisite_${lack}`, params: { kindIds } });
  }
  if (mentor.held >= capacity) found.push({ code: 'mentor_full', params: { capacity } });
  if (mentee.genderPreference !== null && mentee.genderPreference !== mentor.gender) {
    found.push({ code: 'gender_preference', params: {} });
  }
  if (isSpeechless(mentor, mentee)) found.push({ code: 'no_common_language', params: {} });
  if (mentee.ruledOut.includes(mentor.id)) found.push({ code: 'ruled_out', params: {} });
  if (mentor.personId !== null && mentor.personId === mentee.personId) {
    found.push({ code: 'same_person', params: {} });
  }
  return found;
}

// Languages that are known and differ part two people, unless somebody interprets.
function isSpeechless(mentor: Mentor, mentee: Mentee): boolean {
  return (
    !mentee.needsInterpreter &&
    isKnown(mentor.languages, mentee.languages) &&
    shared(mentor.languages, mentee.languages).length === 0
  );
}

function language(mentor: Mentor, mentee: Mentee): Reason {
  const languages = shared(mentor.languages, mentee.languages);
  if (languages.length > 0) {
    return { code: 'language_shared', points: weights.language, params: { languages } };
  }
  const code = mentee.needsInterpreter ? 'language_by_interpreter' : 'language_unknown';
  return { code, points: 0, params: {} };
}

function topics(mentor: Mentor, mentee: Mentee): Reason {
  const both = shared(mentor.topics, mentee.topics);
  const asked = new Set(mentee.topics).size;
  if (both.length === 0) {
    const code = isKnown(mentor.topics, mentee.topics) ? 'topics_differ' : 'topics_unknown';
    return { code, points: 0, params: {} };
  }
  const points = Math.round((weights.topic * both.length) / asked);
  return { code: 'topics_shared', points, params: { topics: both, asked } };
}

function times(mentor: Mentor, mentee: Mentee): Reason {
  const both = shared(mentor.availability, mentee.availability);
  if (both.length === 0) {
    const code = isKnown(mentor.availability, mentee.availability) ? 'times_differ' : 'times_unknown';
    return { code, points: 0, params: {} };
  }
  const enough = Math.min(enoughTimes, new Set(mentee.availability).size);
  const points = Math.round((weights.availability * Math.min(both.length, enough)) / enough);
  return { code: 'times_shared', points, params: { times: both } };
}

function place(mentor: Mentor, mentee: Mentee): Reason {
  if (mentor.place === null || mentee.place === null) return { code: 'place_unknown', points: 0, params: {} };
  if (plain(mentor.place) !== plain(mentee.place)) return { code: 'place_differs', points: 0, params: {} };
  return { code: 'place_same', points: weights.place, params: { place: mentee.place } };
}

const plain = (text: string) => text.trim().toLowerCase();
const isKnown = (one: readonly string[], other: readonly string[]) => one.length > 0 && other.length > 0;

// What both name, in the order of the mentee.
function shared(ofMentor: readonly string[], ofMentee: readonly string[]): string[] {
  return ofMentee.filter((each, index) => ofMentor.includes(each) && ofMentee.indexOf(each) === index);
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));

function byId<Each extends { id: string }>(list: readonly Each[]): Each[] {
  return [...list].sort((one, other) => compare(one.id, other.id));
}

function byHeld(mentors: readonly Mentor[]): Mentor[] {
  return [...mentors].sort((one, other) => one.held - other.held);
}
