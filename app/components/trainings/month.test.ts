import { expect, test } from 'vitest';
import {
  aroundDays,
  monthText,
  parseDay,
  parseMonth,
  shiftDay,
  shiftMonth,
  weekOf,
  weeksOf,
} from './month.ts';

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
  expect(aroundDays({ from: '2026-12-01', to: '2026-12-31' })).toEqual({
    from: new Date('2026-11-30T00:00:00Z'),
    to: new Date('2027-01-02T00:00:00Z'),
  });
});

test('a week holds the seven days around a day, from the first day of the week that the network has', () => {
  expect(weekOf('2027-01-01')).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ]);
  expect(weekOf('2026-12-28')[0]).toBe('2026-12-28');
  expect(weekOf('2026-12-28', 'sunday')[0]).toBe('2026-12-27');
  // The clock changes in between.
  expect(shiftDay('2026-03-27', 7)).toBe('2026-04-03');
});

test('an address names a day or none', () => {
  expect(parseDay('2028-02-29')).toBe('2028-02-29');
  expect(['2026-02-29', '2026-13-01', '2026-1-1', '1999-01-01', 'today', '', null].map(parseDay)).toEqual(
    Array(7).fill(null),
  );
});
