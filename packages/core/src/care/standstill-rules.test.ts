import { expect, test } from 'vitest';
import {
  type StandingFacts,
  standingOf,
  surveyDueFor,
  surveyOf,
  tellingsOf,
  thresholdsOf,
} from './standstill-rules.ts';

const relation = { state: 'active', startedOn: '2026-03-01', resumedOn: null, lastMetOn: '2026-03-10' };
const facts: StandingFacts = {
  invitedOn: null,
  acceptedOn: null,
  isProfileComplete: true,
  relation,
  survey: null,
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

test('a mentor who owns a step is told on only when nobody answers; where there is no mentor the coordinator is told at once', () => {
  const mentor = { step: 'gap', dueOn: '2026-03-24', told: 'mentor' };
  expect(tellingsOf(facts, weekly, '2026-03-28')).toEqual([mentor]);
  expect(tellingsOf(facts, weekly, '2026-12-31')).toEqual([
    mentor,
    { step: 'survey', dueOn: '2026-03-26', told: 'coordinator' },
  ]);
  const mentors = thresholdsOf([{ step: 'survey', days: 2, owner: 'mentor' }], 7);
  expect(tellingsOf(facts, mentors, '2026-12-31')).toEqual(tellingsOf(facts, weekly, '2026-12-31'));
  const mentee = { ...facts, relation: null, acceptedOn: '2026-03-01', isProfileComplete: false };
  expect(tellingsOf({ ...mentee, hasMentor: false }, weekly, '2026-03-08')).toEqual([
    { step: 'profile', dueOn: '2026-03-08', told: 'coordinator' },
  ]);
});

test('both are asked two days after a standstill, and the coordinator who owns it is told after that', () => {
  expect(surveyDueFor(facts, weekly, '2026-03-25')).toBeNull();
  expect(surveyDueFor(facts, weekly, '2026-03-26')).toBe('2026-03-24');
  const slow = thresholdsOf(
    [
      { step: 'gap', days: 14, owner: 'coordinator' },
      { step: 'survey', days: 6, owner: 'coordinator' },
    ],
    7,
  );
  const told = (today: string) => tellingsOf(facts, slow, today).map((each) => each.told);
  expect(surveyDueFor(facts, slow, '2026-03-30')).toBe('2026-03-24');
  expect([told('2026-03-30'), told('2026-03-31'), told('2026-05-31')]).toEqual([
    ['mentor'],
    ['mentor', 'coordinator'],
    ['mentor', 'coordinator'],
  ]);
});

test('who is silent about a standstill is not asked about it', () => {
  const mutes = [{ step: 'gap', until: '2026-05-01', reason: 'agreed' }];
  expect(surveyDueFor({ ...facts, mutes }, weekly, '2026-04-30')).toBeNull();
  expect(surveyDueFor({ ...facts, mutes }, weekly, '2026-05-03')).toBe('2026-05-01');
  const asked = [{ step: 'survey', until: '2026-05-01', reason: 'other' }];
  expect(surveyDueFor({ ...facts, mutes: asked }, weekly, '2026-04-30')).toBeNull();
  expect(standingOf({ ...facts, mutes: asked }, weekly, '2026-04-30')).toMatchObject([
    { step: 'gap', mute: null },
    { step: 'survey', mute: { until: '2026-05-01' } },
  ]);
});

test('an answer ends the question; a calm one of all who answered gives the standstill its days again', () => {
  const said = (...answers: string[]) => surveyOf({ dueOn: '2026-03-24', answeredOn: '2026-03-27', answers });
  const standing = (survey: StandingFacts['survey'], today: string) =>
    standingOf({ ...facts, survey }, weekly, today).map(({ step }) => step);

  expect(standing(said('meeting'), '2026-04-09')).toEqual([]);
  expect(standing(said('meeting', 'break'), '2026-04-10')).toEqual(['gap']);
  expect(standing(said('meeting'), '2026-04-12')).toEqual(['gap', 'survey']);
  expect(standing(said('meeting', 'hindered'), '2026-04-12')).toEqual(['gap']);
  expect(surveyDueFor({ ...facts, survey: said('stopped') }, weekly, '2026-12-31')).toBeNull();
});
