import { expect, test } from 'vitest';
import { instantOf, instantOfLocal, localTime } from './zoned-time.ts';

const zone = 'Europe/Bucharest';

test('nine in the morning is another instant in summer and in winter', () => {
  expect(instantOf('2026-01-15', '09:00', zone)?.toISOString()).toBe('2026-01-15T07:00:00.000Z');
  expect(instantOf('2026-07-15', '09:00', zone)?.toISOString()).toBe('2026-07-15T06:00:00.000Z');
});

test('on the day the clocks change, each half of the day has its own offset', () => {
  expect(instantOf('2026-03-29', '02:59', zone)?.toISOString()).toBe('2026-03-29T00:59:00.000Z');
  expect(instantOf('2026-03-29', '04:00', zone)?.toISOString()).toBe('2026-03-29T01:00:00.000Z');
  expect(instantOf('2026-10-25', '02:59', zone)?.toISOString()).toBe('2026-10-24T23:59:00.000Z');
  expect(instantOf('2026-10-25', '04:00', zone)?.toISOString()).toBe('2026-10-25T02:00:00.000Z');
});

test('a skipped time moves on by the gap, a repeated one is the first', () => {
  expect(instantOf('2026-03-29', '03:30', zone)?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  expect(instantOf('2026-10-25', '03:30', zone)?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
});

test('what a person typed comes back the same, in every zone and hour of two years', () => {
  for (const timeZone of [zone, 'Europe/Lisbon', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham']) {
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2028, 0, 1); at += 7 * 3_600_000) {
      const { day, time } = localTime(new Date(at), timeZone);

      const again = instantOf(day, time, timeZone);

      expect(again && localTime(again, timeZone)).toEqual({ day, time });
    }
  }
});

test('days and times that no calendar has are refused', () => {
  const wrong = [
    ['2026-02-30', '09:00'],
    ['2026-13-01', '09:00'],
    ['2026-01-01', '24:00'],
    ['2026-01-01', '09:60'],
    ['soon', '09:00'],
    ['2026-01-01', ''],
  ] as const;

  expect(wrong.map(([day, time]) => instantOf(day, time, zone))).toEqual(wrong.map(() => null));
});

test('a control with day and time gives one instant', () => {
  expect(instantOfLocal('2026-05-04T13:30', zone)?.toISOString()).toBe('2026-05-04T10:30:00.000Z');
  expect(instantOfLocal('2026-05-04', zone)).toBeNull();
});
