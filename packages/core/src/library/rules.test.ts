import { expect, test } from 'vitest';
import {
  isBehind,
  isIn,
  lackingIn,
  makings,
  movesFrom,
  resourceMoves,
  resourceStates,
  stateAfter,
} from './rules.ts';

test('a resource is handed in, reviewed, published, checked again and archived; nothing is skipped', () => {
  const ways = resourceStates.map((state) => [
    state,
    resourceMoves.filter((move) => stateAfter(state, move)),
  ]);
  expect(Object.fromEntries(ways)).toEqual({
    draft: ['submit'],
    submitted: ['return', 'review'],
    reviewed: ['return', 'publish'],
    published: ['check', 'archive'],
    review_due: ['check', 'archive'],
    archived: ['restore'],
  });
  expect(movesFrom('published', { edit: true, decide: false })).toEqual(['check']);
  expect(movesFrom('submitted', { edit: true, decide: false })).toEqual([]);
});

test('what is missing is named', () => {
  const whole = {
    texts: [{ language: 'de' }],
    sourceLanguage: 'de',
    items: [{}],
    licence: 'own',
    licenceWords: 'Bitte nennen',
  };
  expect(lackingIn(whole)).toEqual([]);
  expect(lackingIn({ ...whole, sourceLanguage: 'bg', items: [], licenceWords: '' })).toEqual([
    'text',
    'items',
    'licence',
  ]);
});

test('a file in another language is behind when the source has a newer one, unless the change was small', () => {
  const item = { language: 'bg', fromVersion: 1 };
  const resource = {
    sourceLanguage: 'de',
    items: [item, { language: 'de', fromVersion: 2 }],
    versions: [
      { number: 1, isMinor: false },
      { number: 2, isMinor: false },
    ],
  };
  expect(isBehind(item, resource)).toBe(true);
  expect(isBehind({ ...item, language: 'mul' }, resource)).toBe(false);
  expect(isBehind(item, { ...resource, versions: [{ number: 2, isMinor: true }] })).toBe(false);
  expect(isBehind(item, { ...resource, items: [item, { language: 'bg', fromVersion: 2 }] })).toBe(false);
});

test('an item belongs to the versions between', () => {
  const item = { fromVersion: 2, untilVersion: 4 };
  expect([1, 2, 3, 4].map((version) => isIn(item, version))).toEqual([false, true, true, false]);
});

test('a right includes those before it', () => {
  expect([null, 'read', 'translate', 'adapt'].map((right) => makings(right as never))).toEqual([
    [],
    [],
    ['translation'],
    ['translation', 'adaptation'],
  ]);
});
