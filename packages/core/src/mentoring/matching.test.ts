import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  assignCohort,
  capacityOf,
  fullScore,
  type Mentee,
  type Mentor,
  scoreOf,
  suggestions,
} from './matching.ts';

const mentorOf = (changes: Partial<Mentor> = {}): Mentor => ({
  id: 'kamelia',
  personId: 'person-k',
  state: 'approved',
  languages: ['bg', 'ar'],
  topics: ['work', 'health', 'education'],
  availability: ['mon_evening', 'wed_evening', 'sat_morning'],
  place: 'Харманли',
  gender: 'woman',
  capacity: 3,
  held: 0,
  lacks: [],
  ...changes,
});

const menteeOf = (changes: Partial<Mentee> = {}): Mentee => ({
  id: 'star',
  personId: null,
  languages: ['ar', 'ku'],
  topics: ['work', 'education'],
  availability: ['wed_evening', 'sat_morning'],
  place: 'Харманли',
  needsInterpreter: false,
  genderPreference: null,
  ruledOut: [],
  ...changes,
});

const codes = (mentor: Partial<Mentor>, mentee: Partial<Mentee> = {}) =>
  scoreOf(mentorOf(mentor), menteeOf(mentee)).obstacles.map(({ code }) => code);

test('a pair that fits in everything has all 95 points, and says why', () => {
  expect(fullScore).toBe(95);
  expect(scoreOf(mentorOf(), menteeOf())).toEqual({
    score: 95,
    reasons: [
      { code: 'language_shared', points: 40, params: { languages: ['ar'] } },
      { code: 'topics_shared', points: 25, params: { topics: ['work', 'education'], asked: 2 } },
      { code: 'times_shared', points: 20, params: { times: ['wed_evening', 'sat_morning'] } },
      { code: 'place_same', points: 10, params: { place: 'Харманли' } },
    ],
    obstacles: [],
  });
});

test('topics count by their share, times until there are two, a place however it is written', () => {
  const part = scoreOf(
    mentorOf({ topics: ['work'], availability: ['wed_evening'], place: ' харманли' }),
    menteeOf({
      topics: ['work', 'education', 'health'],
      availability: ['wed_evening', 'sun_morning', 'fri_noon'],
    }),
  );
  expect(part.reasons.map(({ points }) => points)).toEqual([40, 8, 10, 10]);
  const onlyTime = scoreOf(
    mentorOf({ availability: ['wed_evening'] }),
    menteeOf({ availability: ['wed_evening'] }),
  );
  expect(onlyTime.score).toBe(95);
});

test('what differs and what is not known have no points and are told apart', () => {
  const differing = scoreOf(
    mentorOf({ languages: ['ar'], topics: ['health'], availability: ['fri_noon'], place: 'София' }),
    menteeOf(),
  );
  expect(differing.reasons.map(({ code }) => code)).toEqual([
    'language_shared',
    'topics_differ',
    'times_differ',
    'place_differs',
  ]);
  expect(differing.score).toBe(40);
  const unknown = scoreOf(mentorOf(), menteeOf({ languages: [], topics: [], availability: [], place: null }));
  expect(unknown.reasons.map(({ code }) => code)).toEqual([
    'language_unknown',
    'topics_unknown',
    'times_unknown',
    'place_unknown',
  ]);
  expect(unknown).toMatchObject({ score: 0, obstacles: [] });
});

test('each obstacle is named', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ state: 'active' })).toEqual([]);
  for (const state of ['applied', 'screening', 'in_training', 'paused', 'ended', 'rejected']) {
    expect(scoreOf(mentorOf({ state }), menteeOf()).obstacles).toEqual([
      { code: 'mentor_not_approved', params: { state } },
    ]);
  }
  const lacks = [
    { kindId: 'first-aid', state: 'missing' as const },
    { kindId: 'background', state: 'lapsed' as const },
  ];
  expect(scoreOf(mentorOf({ lacks }), menteeOf()).obstacles).toEqual([
    { code: 'prerequisite_missing', params: { kindIds: ['first-aid'] } },
    { code: 'prerequisite_lapsed', params: { kindIds: ['background'] } },
  ]);
  expect(codes({ held: 2 })).toEqual([]);
  expect(codes({ held: 3 })).toEqual(['mentor_full']);
  expect(codes({}, { ruledOut: ['kamelia'] })).toEqual(['ruled_out']);
  expect(codes({ personId: 'p' }, { personId: 'p' })).toEqual(['same_person']);
  expect(codes({ personId: null }, { personId: null })).toEqual([]);
});

test('who holds no role of a mentor is kept back', () => {
  expect(codes({ isWithoutRole: true })).toEqual(['mentor_without_role']);
});

test('a wish for a mentor of one gender is kept, also where a mentor did not name any', () => {
  expect(codes({ gender: 'woman' }, { genderPreference: 'woman' })).toEqual([]);
  expect(codes({ gender: 'man' }, { genderPreference: 'woman' })).toEqual(['gender_preference']);
  expect(codes({ gender: null }, { genderPreference: 'woman' })).toEqual(['gender_preference']);
});

test('without a common language there is no pair, unless somebody interprets', () => {
  expect(codes({ languages: ['bg'] })).toEqual(['no_common_language']);
  const interpreted = scoreOf(mentorOf({ languages: ['bg'] }), menteeOf({ needsInterpreter: true }));
  expect(interpreted).toMatchObject({ score: 55, obstacles: [] });
  expect(interpreted.reasons[0]?.code).toBe('language_by_interpreter');
});

test('nobody has more mentees than the programme allows, whatever they offer', () => {
  expect(capacityOf(null, 3)).toBe(3);
  expect(capacityOf(5, 3)).toBe(3);
  expect(capacityOf(1, 3)).toBe(1);
  expect(capacityOf(0, 3)).toBe(0);
});

test('suggestions: the best first, among equals who has fewer; the others with what stands against them', () => {
  const mentors = [
    mentorOf({ id: 'far', place: 'София' }),
    mentorOf({ id: 'busy', held: 2 }),
    mentorOf({ id: 'free' }),
    mentorOf({ id: 'full', held: 3 }),
    mentorOf({ id: 'man', gender: 'man', state: 'screening' }),
  ];
  const [only] = suggestions(mentors, [menteeOf({ genderPreference: 'woman' })]);
  expect(only?.suggested.map(({ mentorId, score }) => [mentorId, score])).toEqual([
    ['free', 95],
    ['busy', 95],
    ['far', 85],
  ]);
  expect(
    only?.excluded.map(({ mentorId, obstacles }) => [mentorId, obstacles.map(({ code }) => code)]),
  ).toEqual([
    ['man', ['mentor_not_approved', 'gender_preference']],
    ['full', ['mentor_full']],
  ]);
});

test('twenty leaders and eight mentors of equal worth: nobody has more than three, groups 3,3,3,3,2,2,2,2', () => {
  const mentors = Array.from({ length: 8 }, (_, index) => mentorOf({ id: `mentor-${index}` }));
  const leaders = Array.from({ length: 20 }, (_, index) => menteeOf({ id: `leader-${index}` }));
  const { pairs, unmatched } = assignCohort(mentors, leaders);
  expect(unmatched).toEqual([]);
  const sizes = mentors.map(({ id }) => pairs.filter(({ mentorId }) => mentorId === id).length);
  expect(sizes.sort().reverse()).toEqual([3, 3, 3, 3, 2, 2, 2, 2]);
});

test('whoever gets no mentor learns whether none fits or all are taken', () => {
  const mentors = [
    mentorOf({ id: 'one', capacity: 1 }),
    mentorOf({ id: 'two', capacity: 1, held: 1 }),
    mentorOf({ id: 'three', state: 'paused', gender: 'man' }),
  ];
  const { pairs, unmatched } = assignCohort(mentors, [
    menteeOf({ id: 'a' }),
    menteeOf({ id: 'b', topics: ['health', 'sports'] }),
    menteeOf({ id: 'c', genderPreference: 'other' }),
  ]);
  expect(pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId])).toEqual([['a', 'one']]);
  expect(unmatched).toEqual([
    { menteeId: 'b', because: 'mentors_taken' },
    {
      menteeId: 'c',
      because: 'nobody_fits',
      obstacles: [
        { code: 'gender_preference', mentors: 3 },
        { code: 'mentor_full', mentors: 1 },
        { code: 'mentor_not_approved', mentors: 1 },
      ],
    },
  ]);
});

const some = (...values: string[]) => fc.subarray(values);
const profile = {
  personId: fc.option(fc.constantFrom('p1', 'p2', 'p3')),
  languages: some('ar', 'bg', 'uk'),
  topics: some('work', 'health', 'education', 'culture'),
  availability: some('mon_evening', 'wed_evening', 'sat_morning'),
  place: fc.option(fc.constantFrom('София', 'Харманли')),
};
const gender = fc.option(fc.constantFrom('woman', 'man'));
const mentorsDrawn = fc.uniqueArray(
  fc.record<Mentor>({
    id: fc.stringMatching(/^m[a-z]{3}$/),
    ...profile,
    state: fc.constantFrom('approved', 'active', 'approved', 'active', 'screening'),
    gender,
    capacity: fc.integer({ min: 0, max: 3 }),
    held: fc.integer({ min: 0, max: 3 }),
    lacks: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.constant([{ kindId: 'check', state: 'lapsed' as const }]) },
    ),
  }),
  { maxLength: 7, selector: ({ id }) => id },
);
const menteesDrawn = (mentors: readonly Mentor[]) =>
  fc.uniqueArray(
    fc.record<Mentee>({
      id: fc.stringMatching(/^s[a-z]{3}$/),
      ...profile,
      needsInterpreter: fc.boolean(),
      genderPreference: gender,
      ruledOut: fc.subarray(mentors.map(({ id }) => id)),
    }),
    { maxLength: 9, selector: ({ id }) => id },
  );
const worlds = mentorsDrawn.chain((mentors) => fc.tuple(fc.constant(mentors), menteesDrawn(mentors)));

test('whatever the cohort: each mentee once, no obstacle, no mentor above capacity, never worse than one after the other', () => {
  fc.assert(
    fc.property(worlds, ([mentors, mentees]) => {
      const { pairs, unmatched } = assignCohort(mentors, mentees);
      const named = [...pairs, ...unmatched].map(({ menteeId }) => menteeId);
      expect(named.sort()).toEqual(mentees.map(({ id }) => id).sort());
      expect(pairs.flatMap(({ obstacles }) => obstacles)).toEqual([]);
      for (const { id, capacity, held } of mentors) {
        const given = pairs.filter(({ mentorId }) => mentorId === id).length;
        expect(given === 0 || held + given <= capacity).toBe(true);
      }
      const greedy = oneByOne(mentors, mentees);
      expect(pairs.length).toBeGreaterThanOrEqual(greedy.length);
      if (pairs.length === greedy.length) expect(total(pairs)).toBeGreaterThanOrEqual(total(greedy));
    }),
    { numRuns: 200 },
  );
});

test('the order in which people are handed over changes nothing', () => {
  const shuffled = worlds.chain(([mentors, mentees]) =>
    fc.record({
      mentors: fc.constant(mentors),
      mentees: fc.constant(mentees),
      others: fc.shuffledSubarray(mentors, { minLength: mentors.length }),
      seekers: fc.shuffledSubarray(mentees, { minLength: mentees.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ mentors, mentees, others, seekers }) => {
      expect(assignCohort(others, seekers)).toEqual(assignCohort(mentors, mentees));
      const [mentee] = mentees;
      if (mentee) expect(suggestions(others, [mentee])).toEqual(suggestions(mentors, [mentee]));
    }),
    { numRuns: 100 },
  );
});

const total = (pairs: readonly { score: number }[]) => pairs.reduce((sum, { score }) => sum + score, 0);

/** Each mentee in turn gets the first suggestion, as a coordinator would do by hand. */
function oneByOne(mentors: readonly Mentor[], mentees: readonly Mentee[]) {
  const held = new Map(mentors.map((mentor) => [mentor.id, mentor.held]));
  return mentees.flatMap((mentee) => {
    const now = mentors.map((mentor) => ({ ...mentor, held: held.get(mentor.id) ?? 0 }));
    const first = suggestions(now, [mentee])[0]?.suggested[0];
    if (first) held.set(first.mentorId, (held.get(first.mentorId) ?? 0) + 1);
    return first ? [first] : [];
  });
}
