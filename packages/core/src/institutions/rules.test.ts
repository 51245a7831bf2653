import { expect, test } from 'vitest';
import { cardMovesFrom, membershipAfter, membershipMovesFrom } from './rules.ts';
import { cardStates, membershipStates } from './terms.ts';

test('from each state of a membership lead the moves of the domain, and no other', () => {
  expect(membershipStates.map((state) => [state, membershipMovesFrom(state)])).toEqual([
    ['invited', ['review', 'admit', 'decline']],
    ['applied', ['review', 'admit', 'decline']],
    ['under_review', ['admit', 'decline']],
    ['active', ['suspend', 'leave']],
    ['suspended', ['resume', 'leave']],
    ['left', ['readmit']],
  ]);
  expect(membershipAfter('left', 'suspend')).toBeNull();
});

test('a card that was merged moves no more', () => {
  expect(cardStates.map((state) => [state, cardMovesFrom(state)])).toEqual([
    ['draft', ['verify', 'deactivate']],
    ['verified', ['deactivate']],
    ['inactive', ['reactivate']],
    ['merged', []],
  ]);
});
