import { expect, test } from 'vitest';
import { concernStates, isTriageLate, nextStates, triageDue } from './concern-rules.ts';

const raisedAt = new Date('2027-03-27T20:00:00Z');

test('a concern that was raised is looked at first, and one that is closed stays so', () => {
  expect(nextStates('raised')).toEqual(['triaged']);
  expect(nextStates('closed')).toEqual([]);
  expect(concernStates.filter((state) => nextStates(state).includes('closed'))).toEqual([
    'triaged',
    'in_action',
    'monitored',
  ]);
});

test('a day has 24 hours also when the clocks change', () => {
  expect(triageDue({ raisedAt })).toEqual(new Date('2027-03-28T20:00:00Z'));
  const at = (time: string) => new Date(time);
  expect(isTriageLate({ raisedAt, triagedAt: null }, at('2027-03-28T20:00:00Z'))).toBe(false);
  expect(isTriageLate({ raisedAt, triagedAt: null }, at('2027-03-28T20:00:01Z'))).toBe(true);
  expect(isTriageLate({ raisedAt, triagedAt: at('2027-03-28T19:00:00Z') }, at('2027-04-28T20:00:00Z'))).toBe(
    false,
  );
  expect(isTriageLate({ raisedAt, triagedAt: at('2027-03-29T19:00:00Z') }, at('2027-04-28T20:00:00Z'))).toBe(
    true,
  );
});
