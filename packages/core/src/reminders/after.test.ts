import { expect, test } from 'vitest';
import { dueFollowUps, followUpAt, followUpLines } from './after.ts';

const training = {
  endsAt: new Date('2027-05-13T13:00:00Z'),
  timeZone: 'Europe/Bucharest',
  followUpHours: [2, 72],
  readers: 4,
  isMarked: true,
};
const twoHours = new Date('2027-05-13T15:00:00Z');
const threeDays = new Date('2027-05-16T05:00:00Z');
const noted = (hoursAfter: number, isTold = true, endsOn = '2027-05-13') => ({
  endsOn,
  hoursAfter,
  isTold,
  notedAt: new Date('2027-05-13T15:00:20Z'),
});

test('hours count from the end, days leave at eight in the morning at the place', () => {
  expect(followUpAt(training, 2)).toEqual(twoHours);
  expect(followUpAt(training, 72)).toEqual(threeDays);
  // The clocks change in between.
  const spring = { ...training, endsAt: new Date('2027-03-27T13:00:00Z') };
  expect(followUpAt(spring, 24)).toEqual(new Date('2027-03-28T05:00:00Z'));
  expect(dueFollowUps(training, [], new Date(twoHours.getTime() - 1))).toEqual([]);
  expect(dueFollowUps(training, [], twoHours)).toEqual([{ hoursAfter: 2, isTold: true }]);
});

test('of several that are due only the latest is sent, and none earlier than one that was noted', () => {
  const both = { ...training, followUpHours: [2, 23] };
  const now = new Date('2027-05-14T12:30:00Z');
  expect(dueFollowUps(both, [], now)).toEqual([
    { hoursAfter: 2, isTold: false },
    { hoursAfter: 23, isTold: true },
  ]);
  expect(dueFollowUps(both, [noted(23)], now)).toEqual([{ hoursAfter: 2, isTold: false }]);
});

test('what passed more than a day ago is left out, and what nobody took part in waits until then', () => {
  const aDayLater = new Date('2027-05-14T15:00:00Z');
  const later = new Date(aDayLater.getTime() + 1);
  expect(dueFollowUps(training, [], aDayLater)).toEqual([{ hoursAfter: 2, isTold: true }]);
  expect(dueFollowUps(training, [], later)).toEqual([{ hoursAfter: 2, isTold: false }]);
  const unmarked = { ...training, readers: 0 };
  expect(dueFollowUps(unmarked, [], aDayLater)).toEqual([]);
  expect(dueFollowUps(unmarked, [], later)).toEqual([{ hoursAfter: 2, isTold: false }]);
});

test('while a half-day has no mark it waits, and in the last hour goes to whoever is marked', () => {
  const begun = { ...training, isMarked: false };
  const lastHour = new Date('2027-05-14T14:00:00Z');
  expect(dueFollowUps(begun, [], twoHours)).toEqual([]);
  expect(dueFollowUps(begun, [], new Date(lastHour.getTime() - 1))).toEqual([]);
  expect(dueFollowUps(begun, [], lastHour)).toEqual([{ hoursAfter: 2, isTold: true }]);
  expect(dueFollowUps({ ...begun, readers: 0 }, [], lastHour)).toEqual([]);
});

test('what was sent is not sent again when the day of the end is corrected; what was left out is looked at anew', () => {
  const now = new Date('2027-05-13T15:30:00Z');
  expect(dueFollowUps(training, [noted(2, true, '2027-05-12')], now)).toEqual([]);
  expect(dueFollowUps(training, [noted(2, false, '2027-05-12')], now)).toEqual([
    { hoursAfter: 2, isTold: true },
  ]);
});

test('the page lists what was sent and what comes, and nothing of what is off', () => {
  const now = new Date('2027-05-14T06:00:00Z');
  const listed = { ...training, state: 'completed' };
  expect(followUpLines(listed, [noted(2)], now)).toEqual([
    { hoursAfter: 2, at: new Date('2027-05-13T15:00:20Z'), state: 'sent' },
    { hoursAfter: 72, at: threeDays, state: 'planned' },
  ]);
  expect(followUpLines(listed, [], new Date('2027-05-15T06:00:00Z'))).toMatchObject([
    { hoursAfter: 2, state: 'left_out' },
    { hoursAfter: 72, state: 'planned' },
  ]);
  expect(followUpLines({ ...listed, state: 'cancelled' }, [], now)).toEqual([]);
});
