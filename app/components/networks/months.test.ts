import { expect, test } from 'vitest';
import { monthsOf } from './months.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

test.each([
  ['2025-03-01', '2027-08-31', 30],
  ['2024-02-01', '2024-02-29', 1],
  ['2026-01-15', '2026-04-14', 3],
  ['2026-01-15', '2026-02-25', 1],
  ['2025-12-16', '2026-01-15', 1],
  ['2015-05-01', '2018-04-30', 36],
])('%s to %s takes %d months', (from, until, months) => {
  expect(monthsOf(day(from), day(until))).toBe(months);
});
