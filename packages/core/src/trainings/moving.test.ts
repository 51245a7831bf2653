import { expect, test } from 'vitest';
import { localTime } from '../clock/zoned-time.ts';
import { movedHalfDays, startsOf } from './moving.ts';

const zone = 'Europe/Bucharest';
const halfDay = (startsAt: string, endsAt: string) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
});
const onClock = (sessions: { startsAt: Date; endsAt: Date }[], timeZone = zone) =>
  sessions.map(({ startsAt, endsAt }) => {
    const [from, to] = [localTime(startsAt, timeZone), localTime(endsAt, timeZone)];
    return `${from.day} ${from.time}–${to.time}`;
  });

test('an event that moves over the change of the clocks keeps its hours on the clock', () => {
  const march = [
    halfDay('2026-03-26T07:00:00Z', '2026-03-26T11:00:00Z'),
    halfDay('2026-03-27T07:00:00Z', '2026-03-27T11:00:00Z'),
  ];

  const moved = movedHalfDays(march, new Date('2026-03-28T07:00:00Z'), zone);

  expect(onClock(moved)).toEqual(['2026-03-28 09:00–13:00', '2026-03-29 09:00–13:00']);
  expect(moved[1]?.startsAt.toISOString()).toBe('2026-03-29T06:00:00.000Z');
});

test('an earlier start takes all hours along', () => {
  const days = [
    halfDay('2026-05-04T07:00:00Z', '2026-05-04T10:00:00Z'),
    halfDay('2026-05-05T11:00:00Z', '2026-05-05T14:00:00Z'),
  ];

  expect(onClock(movedHalfDays(days, new Date('2026-11-02T06:30:00Z'), zone))).toEqual([
    '2026-11-02 08:30–11:30',
    '2026-11-03 12:30–15:30',
  ]);
});

test('a night across the change keeps its hours; the hour that is skipped leaves no half-day without length', () => {
  const night = [halfDay('2026-03-20T20:00:00Z', '2026-03-21T03:00:00Z')];
  const short = [halfDay('2026-03-22T01:00:00Z', '2026-03-22T01:30:00Z')];

  const [moved] = movedHalfDays(night, new Date('2026-03-28T20:00:00Z'), zone);
  const [squeezed] = movedHalfDays(short, new Date('2026-03-29T01:00:00Z'), zone);

  expect(onClock(moved ? [moved] : [])).toEqual(['2026-03-28 22:00–05:00']);
  expect((moved?.endsAt.getTime() ?? 0) - (moved?.startsAt.getTime() ?? 0)).toBe(6 * 3_600_000);
  expect(squeezed && squeezed.endsAt > squeezed.startsAt).toBe(true);
});

test('the clock is the one of the place, not of the network', () => {
  const azores = [halfDay('2026-03-25T10:00:00Z', '2026-03-25T13:00:00Z')];

  expect(
    onClock(movedHalfDays(azores, new Date('2026-04-01T09:00:00Z'), 'Atlantic/Azores'), 'Atlantic/Azores'),
  ).toEqual(['2026-04-01 09:00–12:00']);
});

test('a series keeps its hour over the change of the clocks; monthly is the same weekday, or the last', () => {
  const starts = (first: string, repeat: 'weekly' | 'fortnightly' | 'monthly', count: number) =>
    startsOf(new Date(first), repeat, count, zone).map((at) => {
      const { day, time } = localTime(at, zone);
      return `${day} ${time}`;
    });

  expect(starts('2026-10-20T06:00:00Z', 'weekly', 3)).toEqual([
    '2026-10-20 09:00',
    '2026-10-27 09:00',
    '2026-11-03 09:00',
  ]);
  expect(starts('2026-10-20T06:00:00Z', 'fortnightly', 2)).toEqual(['2026-10-20 09:00', '2026-11-03 09:00']);
  expect(starts('2026-10-13T06:00:00Z', 'monthly', 4)).toEqual([
    '2026-10-13 09:00',
    '2026-11-10 09:00',
    '2026-12-08 09:00',
    '2027-01-12 09:00',
  ]);
  expect(starts('2026-10-29T07:00:00Z', 'monthly', 2)).toEqual(['2026-10-29 09:00', '2026-11-26 09:00']);
});
