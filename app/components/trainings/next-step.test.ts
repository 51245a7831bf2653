import { expect, test } from 'vitest';
import { nextStep, type Situation } from './next-step.ts';

const calm: Situation = {
  state: 'published',
  startsAt: new Date('2026-06-10T07:00:00Z'),
  endsAt: new Date('2026-06-12T12:00:00Z'),
  now: new Date('2026-05-01T08:00:00Z'),
  waiting: 0,
  isFull: false,
  unnamed: 0,
  unmarked: 0,
  due: 0,
  isExported: true,
};
const after = new Date('2026-06-13T08:00:00Z');

test('a draft waits for publishing, a proposal for a decision', () => {
  expect(nextStep({ ...calm, state: 'draft' })).toBe('publish');
  expect(nextStep({ ...calm, state: 'submitted' })).toBe('decide');
});

test('before the training, a full one with a waiting list asks for more seats', () => {
  expect(nextStep(calm)).toBe('nothing');
  expect(nextStep({ ...calm, waiting: 4, isFull: true })).toBe('waiting');
  expect(nextStep({ ...calm, waiting: 4, isFull: false })).toBe('nothing');
});

test('seats without a name matter in the last week', () => {
  expect(nextStep({ ...calm, unnamed: 2 })).toBe('nothing');
  expect(nextStep({ ...calm, unnamed: 2, now: new Date('2026-06-04T08:00:00Z') })).toBe('unnamed');
});

test('after the training: attendance, then certificates, then the documentation', () => {
  expect(nextStep({ ...calm, now: after, unmarked: 3, due: 1 })).toBe('mark');
  expect(nextStep({ ...calm, now: after, due: 1 })).toBe('issue');
  expect(nextStep({ ...calm, now: after })).toBe('complete');
  expect(nextStep({ ...calm, now: after, state: 'completed', due: 2 })).toBe('issue');
  expect(nextStep({ ...calm, now: after, state: 'completed', isExported: false })).toBe('export');
  expect(nextStep({ ...calm, now: after, state: 'completed' })).toBe('document');
  expect(nextStep({ ...calm, now: after, state: 'documented' })).toBe('archive');
});
