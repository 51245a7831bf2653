import { expect, test } from 'vitest';
import { aroundMonth, monthText, parseMonth, shiftMonth, weeksOf } from './month.ts';

test('an address names a month or none', () => {
  expect(parseMonth('2026-05')).toEqual({ year: 2026, month: 5 });
  expect(['2026-13', '2026-5', '1999-01', 'may', '', null].map(parseMonth)).toEqual(Array(6).fill(null));
});

test('months go on across the year', () => {
  expect(monthText(shiftMonth({ year: 2026, month: 12 }, 1))).toBe('2027-01');
  expect(monthText(shiftMonth({ year: 2026, month: 1 }, -1))).toBe('2025-12');
});

test('weeks start on Monday and hold each day once', () => {
  const weeks = weeksOf({ year: 2026, month: 11 });

  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(weeks.at(-1)).toEqual(['2026-11-30', null, null, null, null, null, null]);
  expect(weeks.flat().filter(Boolean)).toHaveLength(30);
  expect(weeksOf({ year: 2027, month: 2 })).toHaveLength(4);
  // 1 November 2026 is a Sunday.
  expect(weeksOf({ year: 2026, month: 11 }, 'sunday')[0]?.[0]).toBe('2026-11-01');
  expect(weeksOf({ year: 2026, month: 11 }, 'saturday')[0]?.slice(0, 2)).toEqual([null, '2026-11-01']);
});

test('what is asked for covers the month in every zone', () => {
  expect(aroundMonth({ year: 2026, month: 12 })).toEqual({
    from: new Date('2026-11-30T00:00:00Z'),
    to: new Date('2027-01-02T00:00:00Z'),
  });
});
