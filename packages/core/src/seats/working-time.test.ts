import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withinWorkingTime } from './working-time.ts';

const end = (at: string, zone = 'Europe/Bucharest') => withinWorkingTime(new Date(at), zone).toISOString();

test('an offer that ends on a working day between 8 and 20 ends then', () => {
  expect(end('2026-05-06T05:00:00Z')).toBe('2026-05-06T05:00:00.000Z');
  expect(end('2026-05-06T17:00:00Z')).toBe('2026-05-06T17:00:00.000Z');
});

test('one that would end early, late or over the week-end ends at noon of the next working day', () => {
  expect(end('2026-05-06T04:59:59Z')).toBe('2026-05-06T09:00:00.000Z');
  expect(end('2026-05-06T17:00:01Z')).toBe('2026-05-07T09:00:00.000Z');
  expect(end('2026-05-08T18:00:00Z')).toBe('2026-05-11T09:00:00.000Z');
  expect(end('2026-05-10T12:00:00Z')).toBe('2026-05-11T09:00:00.000Z');
});

test('noon is noon on both sides of a change of the clocks', () => {
  // Clocks go on in the night to 29 March and back in the night to 25 October, both Sundays.
  expect(end('2026-03-27T19:00:00Z')).toBe('2026-03-30T09:00:00.000Z');
  expect(end('2026-10-23T18:00:00Z')).toBe('2026-10-26T10:00:00.000Z');
  expect(end('2026-10-23T18:00:00Z', 'Pacific/Auckland')).toBe('2026-10-25T23:00:00.000Z');
});

test('whenever it is, an offer ends in working time, never earlier than it should and within three days and a half', () => {
  const shown = (zone: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' });
  const from = new Date('2026-01-01T00:00:00Z');
  const until = new Date('2028-01-01T00:00:00Z');
  fc.assert(
    fc.property(
      fc.date({ min: from, max: until, noInvalidDate: true }),
      fc.constantFrom('Europe/Bucharest', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'),
      (at, zone) => {
        const ends = withinWorkingTime(at, zone);
        const [day, hour] = shown(zone)
          .formatToParts(ends)
          .filter(({ type }) => type === 'weekday' || type === 'hour')
          .map(({ value }) => value);
        expect(['Mon', 'Tue', 'Wed', 'Thu', 'Fri']).toContain(day);
        expect(Number(hour)).toBeGreaterThanOrEqual(8);
        expect(Number(hour)).toBeLessThanOrEqual(20);
        expect(ends.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(ends.getTime() - at.getTime()).toBeLessThanOrEqual(3.5 * 86_400_000);
      },
    ),
    { numRuns: 1000 },
  );
});
