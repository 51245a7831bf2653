import { expect, test } from 'vitest';
import { type StandingFacts, standingOf, tellingsOf, thresholdsOf } from './standstill-rules.ts';

const relation = { state: 'active', startedOn: '2026-03-01', resumedOn: null, lastMetOn: '2026-03-10' };
const facts: StandingFacts = {
  invitedOn: null,
  acceptedOn: null,
  isProfileComplete: true,
  relation,
  hasMentor: true,
  mutes: [],
};
const weekly = thresholdsOf([], 7);

test('a gap is twice the cadence, until the programme sets days of its own', () => {
  expect(standingOf(facts, weekly, '2026-03-23')).toEqual([]);
  expect(standingOf(facts, weekly, '2026-03-24')).toMatchObject([{ step: 'gap', days: 14, mute: null }]);
  const own = thresholdsOf([{ step: 'gap', days: 30, owner: 'coordinator' }], 7);
  expect(standingOf(facts, own, '2026-04-08')).toEqual([]);
  expect(standingOf(facts, own, '2026-04-09')).toMatchObject([{ step: 'gap', owner: 'coordinator' }]);
});

test('the mentor is told first, an owner three days later, and nobody while it is muted', () => {
  const own = thresholdsOf([{ step: 'gap', days: 14, owner: 'coordinator' }], 7);
  const told = (today: string, changes: Partial<StandingFacts> = {}) =>
    tellingsOf({ ...facts, ...changes }, own, today).map((each) => each.told);

  expect(told('2026-03-24')).toEqual(['mentor']);
  expect(told('2026-03-26')).toEqual(['mentor']);
  expect(told('2026-03-27')).toEqual(['mentor', 'coordinator']);
  const mutes = [{ step: 'gap', until: '2026-05-01', reason: 'agreed' }];
  expect(told('2026-04-30', { mutes })).toEqual([]);
  expect(tellingsOf({ ...facts, mutes }, own, '2026-05-01')).toEqual([
    { step: 'gap', dueOn: '2026-05-01', told: 'mentor' },
  ]);
  expect(standingOf({ ...facts, mutes }, own, '2026-04-30')).toMatchObject([
    { step: 'gap', mute: { until: '2026-05-01', reason: 'agreed' } },
  ]);
});

test('a mentor who owns a step is not told on; where there is no mentor the coordinator is told at once', () => {
  expect(tellingsOf(facts, weekly, '2026-12-31')).toEqual([
    { step: 'gap', dueOn: '2026-03-24', told: 'mentor' },
  ]);
  const mentee = { ...facts, relation: null, acceptedOn: '2026-03-01', isProfileComplete: false };
  expect(tellingsOf({ ...mentee, hasMentor: false }, weekly, '2026-03-08')).toEqual([
    { step: 'profile', dueOn: '2026-03-08', told: 'coordinator' },
  ]);
});
