import { expect, test } from 'vitest';
import { type Indicator, indicatorsOf, quotientOf } from './indicators.ts';

const counts = {
  programmes: 1,
  target: 20,
  leaders: 20,
  mentors: 8,
  themes: 4,
  empowered: 18,
  active: 2,
  begun: 8,
  endedEarly: 0,
  held: 214,
  due: 240,
  reached: 38,
  goals: 48,
  initiatives: 5,
  peopleReached: 412,
};

const table = (rows: readonly Indicator[]) =>
  Object.fromEntries(rows.map((row) => [row.code, [row.value, row.of]]));

test('the coordinator sees every figure', () => {
  expect(table(indicatorsOf(counts, false))).toEqual({
    leaders: [20, 20],
    themes: [4, null],
    'BG-03': [18, 20],
    'BG-04': [5, null],
    people_reached: [412, null],
    'ME-01': [2, null],
    'ME-02': [214, 240],
    'ME-03': [38, 48],
    'ME-04': [0, 8],
    'ME-05': [20, 8],
  });
});

test('who pays for it sees none from one to four, and none that a subtraction would turn into one', () => {
  expect(
    table(indicatorsOf({ ...counts, endedEarly: 3, reached: 46, initiatives: 1, peopleReached: 3 }, true)),
  ).toEqual({
    leaders: [20, 20],
    themes: [4, null],
    'BG-03': ['hidden', 20],
    'BG-04': [1, null],
    people_reached: ['few', null],
    'ME-01': ['few', null],
    'ME-02': [214, 240],
    'ME-03': ['hidden', 48],
    'ME-04': ['few', 8],
    'ME-05': [20, 8],
  });
});

test('a share is told only where both of its figures are, and not of nothing', () => {
  const of = (value: Indicator['value'], whole: Indicator['of'], kind: Indicator['kind'] = 'share') =>
    quotientOf({ code: 'ME-02', kind, value, of: whole });

  expect([of(214, 240), of('few', 8), of('hidden', 48), of(0, 0), of(20, 20, 'count')]).toEqual([
    214 / 240,
    null,
    null,
    null,
    null,
  ]);
});
