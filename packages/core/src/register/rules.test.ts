import fc from 'fast-check';
import { expect, test } from 'vitest';
import { categories, categoryOf, registerTable } from './rules.ts';

test('what was stated counts, else the kind of the institution; without both nothing is known', () => {
  expect(categoryOf({ stated: 'volunteer', kind: 'municipality' })).toBe('volunteer');
  expect(categoryOf({ stated: null, kind: 'school_education' })).toBe('public_institution');
  expect(categoryOf({ stated: null, kind: 'informal_group' })).toBe('local_group');
  expect(categoryOf({ stated: null, kind: null })).toBeNull();
});

test('a table adds up in both directions', () => {
  const table = registerTable(
    [
      { category: 'ngo', county: 'Mureș / Maros', people: 7 },
      { category: 'ngo', county: '', people: 2 },
      { category: 'volunteer', county: 'Covasna / Kovászna', people: 3 },
      { category: 'ngo', county: 'Mureș / Maros', people: 1 },
    ],
    true,
  );

  expect(table).toEqual({
    counties: ['Covasna / Kovászna', 'Mureș / Maros', ''],
    rows: [
      { category: 'ngo', cells: [0, 8, 2], total: 10 },
      { category: 'volunteer', cells: [3, 0, 0], total: 3 },
    ],
    totals: [3, 8, 2],
    total: 13,
  });
});

test('no figure from one to four can be computed from what a reader sees', () => {
  const counted = fc.array(
    fc.record({
      category: fc.constantFrom(...categories, null),
      county: fc.constantFrom('Alba', 'Cluj', ''),
      people: fc.integer({ min: 1, max: 12 }),
    }),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(counted, (rows) => {
      const { rows: lines, totals, total } = registerTable(rows, false);
      const sums = [
        ...lines.map((line) => [...line.cells, line.total]),
        [...totals, total],
        ...totals.map((_, index) => [...lines.map(({ cells }) => cells[index]), totals[index]]),
        [...lines.map((line) => line.total), total],
      ];
      for (const sum of sums) {
        const veiled = sum.filter((shown) => typeof shown === 'string');
        expect(sum.every((shown) => typeof shown === 'string' || shown === 0 || Number(shown) > 4)).toBe(
          true,
        );
        expect(veiled.length).not.toBe(1);
      }
    }),
  );
});
