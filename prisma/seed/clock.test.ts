import { expect, test } from 'vitest';
import { seedClock } from './clock.ts';

const zone = 'Europe/Bucharest';
const realNow = new Date('2026-11-22T06:30:00Z');

test('with fixed dates the clock of a network stands at noon of its day, and dates stay', () => {
  const clock = seedClock('fixed', '2017-01-31', zone, realNow);

  expect(new Date(realNow.getTime() + clock.offset * 1000)).toEqual(new Date('2017-01-31T10:00:00Z'));
  expect(clock.now).toEqual(new Date('2017-01-31T10:00:00Z'));
  expect(clock.at('2015-10-13', '09:00')).toEqual(new Date('2015-10-13T06:00:00Z'));
  expect(clock.border('2015-05-01')).toEqual(new Date('2015-05-01T00:00:00Z'));
});

test('live, the clock is the real one, and dates move by whole weeks so that weekdays and hours stay', () => {
  const clock = seedClock('live', '2017-01-31', zone, realNow);

  const today = clock.day('2017-01-31');
  const moved = clock.at('2015-10-13', '09:00');

  expect(clock.offset).toBe(0);
  expect(today.getUTCDay()).toBe(new Date('2017-01-31T00:00:00Z').getUTCDay());
  expect(realNow.getTime() - today.getTime()).toBeGreaterThanOrEqual(0);
  expect(realNow.getTime() - today.getTime()).toBeLessThan(7 * 86_400_000);
  expect(moved.getUTCDay()).toBe(2);
  expect(moved.toLocaleTimeString('en-GB', { timeZone: zone, timeStyle: 'short' })).toBe('09:00');
});

test('live, a phase keeps its length in months, and the last day of a month stays the last day', () => {
  const clock = seedClock('live', '2017-01-31', zone, realNow);

  expect(clock.border('2015-05-01')).toEqual(new Date('2025-03-01T00:00:00Z'));
  expect(clock.border('2017-01-31')).toEqual(new Date('2026-11-30T00:00:00Z'));
});

test.each([
  ['2016-03-27', '02:30', '2016-03-27T00:30:00Z'],
  ['2016-03-27', '09:00', '2016-03-27T06:00:00Z'],
  ['2016-10-30', '09:00', '2016-10-30T07:00:00Z'],
])('around the change of summer time, %s %s is right', (date, time, expected) => {
  const clock = seedClock('fixed', '2017-01-31', zone, realNow);

  expect(clock.at(date, time)).toEqual(new Date(expected));
});
