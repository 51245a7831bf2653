import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign, type Load } from './assignment.ts';

type Scores = (number | null)[][];

/** What a plan is worth, the greatest aim first: how many have a mentor, the total of scores, how evenly they are spread. */
function worthOf(plan: readonly (number | null)[], scores: Scores, loads: readonly Load[]) {
  const groups = loads.map(({ held }, mentor) => held + plan.filter((given) => given === mentor).length);
  return [
    plan.filter((mentor) => mentor !== null).length,
    plan.reduce<number>(
      (sum, mentor, mentee) => sum + (mentor === null ? 0 : (scores[mentee]?.[mentor] ?? 0)),
      0,
    ),
    -groups.reduce((sum, size) => sum + size * size, 0),
  ];
}

/** The best that any plan at all is worth. */
function bestWorth(scores: Scores, loads: readonly Load[], plan: readonly (number | null)[] = []): number[] {
  if (plan.length === scores.length) return worthOf(plan, scores, loads);
  const row = scores[plan.length] ?? [];
  const choices = loads.flatMap(({ room }, mentor) =>
    row[mentor] !== null && plan.filter((given) => given === mentor).length < room ? [mentor] : [],
  );
  return [null, ...choices].map((choice) => bestWorth(scores, loads, [...plan, choice])).reduce(better);
}

function better(one: number[], other: number[]): number[] {
  const decisive = one.findIndex((value, index) => value !== other[index]);
  return decisive === -1 || (one[decisive] ?? 0) > (other[decisive] ?? 0) ? one : other;
}

const cohorts = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 4 }), fc.constantFrom(3, 95))
  .chain(([mentees, mentors, top]) => {
    const score = fc.option(fc.integer({ min: 0, max: top }), { freq: 3 });
    const load = fc.record({ held: fc.integer({ min: 0, max: 3 }), room: fc.integer({ min: 0, max: 3 }) });
    const ofLength = (length: number) => ({ minLength: length, maxLength: length });
    return fc.record({
      scores: fc.array(fc.array(score, ofLength(mentors)), ofLength(mentees)),
      loads: fc.array(load, ofLength(mentors)),
    });
  });

test('no plan matches more, scores higher or spreads more evenly; nobody gets more than there is room for', () => {
  fc.assert(
    fc.property(cohorts, ({ scores, loads }) => {
      const plan = assign(scores, loads);
      expect(worthOf(plan, scores, loads)).toEqual(bestWorth(scores, loads));
      for (const [mentee, mentor] of plan.entries()) {
        if (mentor !== null) expect(scores[mentee]?.[mentor]).toEqual(expect.any(Number));
      }
      for (const [mentor, { room }] of loads.entries()) {
        expect(plan.filter((given) => given === mentor).length).toBeLessThanOrEqual(room);
      }
    }),
    { numRuns: 2000 },
  );
});

test('whoever goes by the highest score first leaves somebody out; the plan does not', () => {
  const scores = [
    [95, 90],
    [80, null],
  ];
  expect(
    assign(scores, [
      { held: 0, room: 1 },
      { held: 0, room: 1 },
    ]),
  ).toEqual([1, 0]);
});

test('a long chain of moves makes room for the last one', () => {
  const size = 40;
  // Each mentee fits the own mentor better and the next one as well; the last fits only the first mentor.
  const scores = Array.from({ length: size }, (_, mentee) =>
    Array.from({ length: size }, (_, mentor) => {
      if (mentee === size - 1) return mentor === 0 ? 10 : null;
      if (mentor === mentee) return 90;
      return mentor === mentee + 1 ? 20 : null;
    }),
  );
  const plan = assign(
    scores,
    scores.map(() => ({ held: 0, room: 1 })),
  );
  expect(plan).toEqual([...Array.from({ length: size - 1 }, (_, mentee) => mentee + 1), 0]);
});

test('among equals the mentor with fewer mentees is first', () => {
  const scores = Array.from({ length: 3 }, () => [50, 50, 50]);
  const plan = assign(scores, [
    { held: 2, room: 5 },
    { held: 0, room: 5 },
    { held: 1, room: 5 },
  ]);
  expect([0, 1, 2].map((mentor) => plan.filter((given) => given === mentor).length)).toEqual([0, 2, 1]);
});
