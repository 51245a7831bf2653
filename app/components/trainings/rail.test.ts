import { expect, test } from 'vitest';
import { railOf } from './rail.ts';

test('the rail shows what is done, where the event is and what lies ahead', () => {
  expect(railOf('running').map(({ state, place }) => `${state} ${place}`)).toEqual([
    'draft done',
    'published done',
    'registration_closed done',
    'running now',
    'completed ahead',
    'documented ahead',
    'archived ahead',
  ]);
});

test('a proposal and a postponed event have their own step; what is cancelled goes no further', () => {
  expect(railOf('submitted')[0]).toEqual({ state: 'submitted', place: 'now' });
  expect(
    railOf('postponed')
      .slice(0, 3)
      .map(({ place }) => place),
  ).toEqual(['done', 'now', 'ahead']);
  expect(railOf('cancelled')).toEqual([]);
});
