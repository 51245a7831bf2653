import { expect, test } from 'vitest';
import { dueReminders, remindAt, reminderLines } from './rules.ts';

const zone = 'Europe/Bucharest';
const training = {
  startsAt: new Date('2027-05-13T06:00:00Z'),
  timeZone: zone,
  reminderDays: [7, 1],
  movedAt: null as Date | null,
  takenCount: 4,
};
const noted = (daysBefore: number, startsOn = '2027-05-13', isTold = true) => ({
  startsOn,
  daysBefore,
  isTold,
  notedAt: new Date('2027-05-06T05:00:30Z'),
});

test('a reminder is due at eight in the morning of its day, by the clocks of the place', () => {
  expect(remindAt(training, 7)).toEqual(new Date('2027-05-06T05:00:00Z'));
  // The clocks change between the reminder and the start.
  const spring = { ...training, startsAt: new Date('2027-03-29T06:00:00Z') };
  expect(remindAt(spring, 2)).toEqual(new Date('2027-03-27T06:00:00Z'));
  expect(dueReminders(training, [], new Date('2027-05-06T04:59:59Z'))).toEqual([]);
  expect(dueReminders(training, [], new Date('2027-05-06T05:00:00Z'))).toEqual([
    { daysBefore: 7, isTold: true },
  ]);
});

test('an event at night belongs to the day of its place', () => {
  const late = { ...training, startsAt: new Date('2027-05-13T21:30:00Z') };
  expect(remindAt(late, 1)).toEqual(new Date('2027-05-13T05:00:00Z'));
});

test('of several that are due only the nearest is told, and none farther than one that was noted', () => {
  const dayBefore = new Date('2027-05-12T05:00:00Z');
  expect(dueReminders(training, [], dayBefore)).toEqual([
    { daysBefore: 7, isTold: false },
    { daysBefore: 1, isTold: true },
  ]);
  expect(dueReminders({ ...training, reminderDays: [3] }, [noted(1)], dayBefore)).toEqual([
    { daysBefore: 3, isTold: false },
  ]);
  expect(dueReminders(training, [noted(7), noted(1)], dayBefore)).toEqual([]);
});

test('a date that moved to another day reminds anew, but not of what its own mail has told', () => {
  const now = new Date('2027-05-06T06:00:00Z');
  const moved = { ...training, movedAt: new Date('2027-05-06T05:30:00Z') };
  expect(dueReminders(moved, [noted(7, '2027-05-12')], now)).toEqual([{ daysBefore: 7, isTold: false }]);
  const earlier = { ...training, movedAt: new Date('2027-05-06T04:30:00Z') };
  expect(dueReminders(earlier, [noted(7, '2027-05-12')], now)).toEqual([{ daysBefore: 7, isTold: true }]);
});

test('nobody is reminded of an event without a seat taken', () => {
  const now = new Date('2027-05-06T06:00:00Z');
  expect(dueReminders({ ...training, takenCount: 0 }, [], now)).toEqual([{ daysBefore: 7, isTold: false }]);
});

test('the page lists what was reminded for the date that holds, and what comes', () => {
  const now = new Date('2027-05-07T06:00:00Z');
  const listed = { ...training, state: 'published' };
  expect(reminderLines(listed, [noted(7), noted(1, '2027-04-01')], now)).toEqual([
    { daysBefore: 7, at: new Date('2027-05-06T05:00:30Z'), state: 'sent' },
    { daysBefore: 1, at: new Date('2027-05-12T05:00:00Z'), state: 'planned' },
  ]);
  expect(reminderLines(listed, [noted(7, '2027-05-13', false)], training.startsAt)).toMatchObject([
    { daysBefore: 7, state: 'left_out' },
  ]);
  expect(reminderLines({ ...listed, state: 'cancelled' }, [], now)).toEqual([]);
  // Nobody came yet when the first hour passed.
  expect(reminderLines({ ...listed, takenCount: 0 }, [], now)).toMatchObject([
    { daysBefore: 7, state: 'left_out' },
    { daysBefore: 1, state: 'planned' },
  ]);
});
