import { expect, test } from 'vitest';
import {
  initiativeStates,
  lackingIn,
  mayPublish,
  missingConsents,
  movesFrom,
  stateAfter,
  sumOf,
} from './rules.ts';

test('an initiative goes from idea to report, and can be stopped as long as it goes on', () => {
  const way = (['submit', 'approve', 'start', 'complete', 'report'] as const).reduce(
    (state, move) => stateAfter(state, move) ?? state,
    'idea' as (typeof initiativeStates)[number],
  );

  expect(way).toBe('reported');
  expect(initiativeStates.filter((state) => stateAfter(state, 'stop'))).toEqual([
    'idea',
    'planned',
    'approved',
    'running',
  ]);
  expect(movesFrom('reported')).toEqual([]);
  expect(movesFrom('stopped')).toEqual([]);
  expect(stateAfter('idea', 'approve')).toBeNull();
});

test('a plan says what it lacks', () => {
  expect(lackingIn({ texts: [], tasks: [], team: [{}] })).toEqual(['question', 'plan', 'tasks']);
  expect(lackingIn({ texts: [{ question: 'What?', plan: 'So' }], tasks: [{}], team: [{}] })).toEqual([]);
});

test('a budget is summed in cents', () => {
  expect(sumOf([{ cents: 10 }, { cents: 20 }])).toBe(30);
  expect(sumOf([])).toBe(0);
});

test('a story is public with the consent of everybody to these very words', () => {
  const yes = { consentState: 'given', consentVersion: 2 };
  const story = { version: 2, texts: [{}] };

  expect(mayPublish([yes, yes], story)).toBe(true);
  expect(mayPublish([yes, { ...yes, consentVersion: 1 }], story)).toBe(false);
  expect(mayPublish([yes, { consentState: 'withdrawn', consentVersion: null }], story)).toBe(false);
  expect(mayPublish([], story)).toBe(false);
  expect(mayPublish([yes], { version: 2, texts: [] })).toBe(false);
  expect(missingConsents([yes, { consentState: 'open', consentVersion: null }], 2)).toHaveLength(1);
});
