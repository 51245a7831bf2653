import { expect, test } from 'vitest';
import { drawLines, endsOf } from './progress.ts';

const at = (day: string) => new Date(`${day}T00:00Z`);

test('a goal goes from its first day to its last review, and from below to above', () => {
  const points = [
    { at: at('2026-01-01'), progress: 0 },
    { at: at('2026-01-06'), progress: 1 },
    { at: at('2026-01-11'), progress: 4 },
  ];

  expect(drawLines([{ number: 1, points }], 200, 100)).toEqual([
    {
      number: 1,
      dots: [
        { x: 0, y: 100 },
        { x: 100, y: 75 },
        { x: 200, y: 0 },
      ],
      path: 'M0 100 L100 75 L200 0',
    },
  ]);
});

test('goals share one time, and a single day is no division by nothing', () => {
  const [first, second] = drawLines(
    [
      { number: 1, points: [{ at: at('2026-01-01'), progress: 0 }] },
      { number: 2, points: [{ at: at('2026-01-01'), progress: 2 }] },
    ],
    200,
    100,
  );

  expect([first?.path, second?.path]).toEqual(['M0 100', 'M0 50']);
});

test('goals that end side by side at one height share a place for their numbers', () => {
  const drawn = drawLines(
    [
      {
        number: 1,
        points: [
          { at: at('2026-01-01'), progress: 0 },
          { at: at('2026-03-01'), progress: 4 },
        ],
      },
      {
        number: 2,
        points: [
          { at: at('2026-01-01'), progress: 0 },
          { at: at('2026-02-28'), progress: 3 },
        ],
      },
      {
        number: 3,
        points: [
          { at: at('2026-01-01'), progress: 0 },
          { at: at('2026-03-01'), progress: 3 },
        ],
      },
      {
        number: 4,
        points: [
          { at: at('2026-01-01'), progress: 0 },
          { at: at('2026-01-20'), progress: 3 },
        ],
      },
    ],
    640,
    160,
  );

  expect(endsOf(drawn).map(({ x, y, numbers }) => ({ x: Math.round(x), y, numbers }))).toEqual([
    { x: 640, y: 0, numbers: [1] },
    { x: 640, y: 40, numbers: [2, 3] },
    { x: 206, y: 40, numbers: [4] },
  ]);
});
