import { expect, test } from 'vitest';
import { type NeedCounts, needsFor } from './needs.ts';
import { figuresFor } from './rules.ts';

const row = (need: string | null, active: number, achieved: number, partly = 0, dropped = 0): NeedCounts => ({
  need,
  active,
  achieved,
  partly,
  dropped,
});
const states = (counts: Record<string, number>, isForFunder: boolean) =>
  figuresFor(
    Object.entries(counts).map(([state, count]) => ({ state, count })),
    isForFunder,
  );
const cells = (rows: ReturnType<typeof needsFor>) =>
  rows.map(({ need, active, achieved, partly, dropped }) => [need, active, achieved, partly, dropped]);

const goals = [row(null, 1, 9), row('work', 6, 3, 7), row('language', 8, 12, 6, 2)];
const counts = { agreed: 5, in_progress: 10, achieved: 24, partly: 13, dropped: 2 };

test('the coordinator sees every cell, the areas in their order and what was not said last', () => {
  expect(cells(needsFor(goals, states(counts, false), false))).toEqual([
    ['language', 8, 12, 6, 2],
    ['work', 6, 3, 7, 0],
    [null, 1, 9, 0, 0],
  ]);
});

test('who pays for it sees no cell from one to four, none that the sum of its column would tell, and no part of a sum that is kept back', () => {
  // Two dropped are few, so the fewest others go with them: those agreed, and with these the sum of what is active.
  expect(states(counts, true)).toEqual([
    { state: 'agreed', count: null },
    { state: 'in_progress', count: 10 },
    { state: 'achieved', count: 24 },
    { state: 'partly', count: 13 },
    { state: 'dropped', count: null },
  ]);
  expect(cells(needsFor(goals, states(counts, true), true))).toEqual([
    ['language', null, 12, 6, null],
    ['work', null, null, 7, 0],
    [null, null, null, 0, 0],
  ]);
});
