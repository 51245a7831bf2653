import { expect, test } from 'vitest';
import { daysOf } from './days.ts';

const at = (text: string) => new Date(`${text}Z`);

const training = (id: string, ...sessions: [string, string][]) => ({
  id,
  title: id,
  sharedBy: null,
  timeZone: 'Europe/Bucharest',
  state: 'published',
  sessions: sessions.map(([startsAt, endsAt]) => ({ startsAt: at(startsAt), endsAt: at(endsAt) })),
});

test('morning and afternoon of one training are one entry of that day', () => {
  const days = daysOf(
    [training('a', ['2026-05-04T06:00', '2026-05-04T09:00'], ['2026-05-04T10:00', '2026-05-04T13:00'])],
    '2026-05-01',
    '2026-05-31',
  );

  expect(days).toEqual({
    '2026-05-04': [
      expect.objectContaining({ id: 'a', startsAt: at('2026-05-04T06:00'), endsAt: at('2026-05-04T13:00') }),
    ],
  });
});

test('a half-day counts to the day that it has at its place, and only in the month asked for', () => {
  const late = training(
    'late',
    ['2026-04-30T21:30', '2026-04-30T22:30'],
    ['2026-06-01T06:00', '2026-06-01T08:00'],
  );

  expect(Object.keys(daysOf([late], '2026-05-01', '2026-05-31'))).toEqual(['2026-05-01']);
});

test('the earlier one stands first', () => {
  const afternoon = training('pm', ['2026-05-04T10:00', '2026-05-04T12:00']);
  const morning = training('am', ['2026-05-04T06:00', '2026-05-04T08:00']);

  const days = daysOf([afternoon, morning], '2026-05-01', '2026-05-31');

  expect(days['2026-05-04']?.map(({ id }) => id)).toEqual(['am', 'pm']);
});
