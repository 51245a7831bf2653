import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../clock/days.ts';
import {
  daysUntilDue,
  defaultLadder,
  dueSteps,
  type LadderFacts,
  ladderSteps,
  type Thresholds,
} from './ladder.ts';

const usual: Thresholds = { steps: defaultLadder, cadenceDays: null };

const factsOf = (changes: Partial<LadderFacts> = {}): LadderFacts => ({
  invitedOn: null,
  acceptedOn: null,
  isProfileComplete: true,
  relation: null,
  survey: null,
  mutedUntil: {},
  ...changes,
});

const relationOf = (changes: Partial<NonNullable<LadderFacts['relation']>> = {}) => ({
  state: 'active',
  startedOn: '2026-03-02',
  resumedOn: null,
  lastMetOn: null,
  ...changes,
});

// The question whether people still meet follows a standstill, and has tests of its own.
const withoutSurvey = (facts: LadderFacts, thresholds: Thresholds, today: string) =>
  dueSteps(facts, thresholds, today).filter(({ step }) => step !== 'survey');
const steps = (facts: LadderFacts, today: string, thresholds = usual) =>
  withoutSurvey(facts, thresholds, today).map(({ step }) => step);

test('an invitation without an answer is due after 14 days, for the coordinator', () => {
  const facts = factsOf({ invitedOn: '2026-03-01' });
  expect(steps(facts, '2026-03-14')).toEqual([]);
  expect(dueSteps(facts, usual, '2026-03-16')).toEqual([
    { step: 'invite', owner: 'coordinator', since: '2026-03-01', days: 15, dueOn: '2026-03-15' },
  ]);
});

test('a profile that is not complete is due 7 days after joining; whoever needs no login is asked for neither', () => {
  const facts = factsOf({ invitedOn: '2026-03-01', acceptedOn: '2026-03-20', isProfileComplete: false });
  expect(steps(facts, '2026-03-26')).toEqual([]);
  expect(steps(facts, '2026-03-27')).toEqual(['profile']);
  expect(steps({ ...facts, isProfileComplete: true }, '2026-12-31')).toEqual([]);
  expect(steps(factsOf({ isProfileComplete: false }), '2026-12-31')).toEqual([]);
});

test('the first meeting is due after 10 days and a gap after 14, for the mentor', () => {
  const fresh = factsOf({ relation: relationOf() });
  expect(steps(fresh, '2026-03-11')).toEqual([]);
  expect(dueSteps(fresh, usual, '2026-03-12')).toMatchObject([{ step: 'first_meeting', owner: 'mentor' }]);
  const met = factsOf({ relation: relationOf({ lastMetOn: '2026-03-20' }) });
  expect(steps(met, '2026-04-02')).toEqual([]);
  expect(dueSteps(met, usual, '2026-04-03')).toMatchObject([
    { step: 'gap', owner: 'mentor', since: '2026-03-20', days: 14 },
  ]);
});

test('where a cadence is agreed, twice of it makes a gap', () => {
  expect([null, 7, 30].map((cadenceDays) => daysUntilDue('gap', { ...usual, cadenceDays }))).toEqual([
    14, 14, 60,
  ]);
  expect(daysUntilDue('invite', { ...usual, cadenceDays: 30 })).toBe(14);
  const monthly = { ...usual, cadenceDays: 30 };
  const met = factsOf({ relation: relationOf({ lastMetOn: '2026-03-01' }) });
  expect(steps(met, '2026-04-29', monthly)).toEqual([]);
  expect(steps(met, '2026-04-30', monthly)).toEqual(['gap']);
});

test('a programme sets its own days and owners', () => {
  const strict = { ...usual, steps: { ...defaultLadder, gap: { days: 3, owner: 'coordinator' as const } } };
  const met = factsOf({ relation: relationOf({ lastMetOn: '2026-03-20' }) });
  expect(dueSteps(met, strict, '2026-03-23')).toMatchObject([{ step: 'gap', owner: 'coordinator' }]);
});

test('a relation that does not run is left alone, and after a pause the days begin anew', () => {
  for (const state of [
    'proposed',
    'accepted_by_both',
    'agreement_signed',
    'paused',
    'closing',
    'completed',
  ]) {
    expect(steps(factsOf({ relation: relationOf({ state }) }), '2026-12-31')).toEqual([]);
  }
  const resumed = relationOf({ lastMetOn: '2026-03-20', resumedOn: '2026-06-01' });
  expect(steps(factsOf({ relation: resumed }), '2026-06-14')).toEqual([]);
  expect(steps(factsOf({ relation: resumed }), '2026-06-15')).toEqual(['gap']);
  const paused = relationOf({ resumedOn: '2026-06-01' });
  expect(steps(factsOf({ relation: paused }), '2026-06-10')).toEqual([]);
  expect(steps(factsOf({ relation: paused }), '2026-06-11')).toEqual(['first_meeting']);
});

test('a muted step is silent until its day and then due anew; other steps still speak', () => {
  const met = relationOf({ lastMetOn: '2026-03-01' });
  const muted = factsOf({ relation: met, mutedUntil: { gap: '2026-05-01' } });
  expect(steps(muted, '2026-04-30')).toEqual([]);
  expect(dueSteps(muted, usual, '2026-05-01')).toMatchObject([{ since: '2026-03-01', dueOn: '2026-05-01' }]);
  expect(steps(factsOf({ relation: met, mutedUntil: { invite: '2026-12-31' } }), '2026-04-30')).toEqual([
    'gap',
  ]);
});

test('a mute from before the last meeting makes nothing due earlier', () => {
  const met = relationOf({ lastMetOn: '2026-06-01' });
  const facts = factsOf({ relation: met, mutedUntil: { gap: '2026-05-01' } });
  expect(steps(facts, '2026-06-14')).toEqual([]);
  expect(dueSteps(facts, usual, '2026-06-15')).toMatchObject([{ dueOn: '2026-06-15' }]);
});

const day = fc.integer({ min: 0, max: 200 }).map((count) => addDays('2026-01-01', count));
const anyDay = fc.option(day);
const anyFacts = fc.record<LadderFacts>({
  invitedOn: anyDay,
  acceptedOn: anyDay,
  isProfileComplete: fc.boolean(),
  relation: fc.option(
    fc.record({
      state: fc.constantFrom('active', 'paused'),
      startedOn: day,
      resumedOn: anyDay,
      lastMetOn: anyDay,
    }),
  ),
  survey: fc.option(fc.record({ dueOn: day, calmOn: anyDay })),
  mutedUntil: fc.dictionary(fc.constantFrom(...ladderSteps), day),
});

test('whatever the facts: what is due stays due from its day on, with one message, never too early and never while muted', () => {
  fc.assert(
    fc.property(anyFacts, fc.option(fc.integer({ min: 1, max: 60 })), (facts, cadenceDays) => {
      const thresholds = { ...usual, cadenceDays };
      const inTheEnd = dueSteps(facts, thresholds, '2030-01-01');
      for (const { step, since, dueOn } of inTheEnd) {
        expect(dueOn >= addDays(since, daysUntilDue(step, thresholds))).toBe(true);
        expect(dueOn >= (facts.mutedUntil[step] ?? '')).toBe(true);
        const before = dueSteps(facts, thresholds, addDays(dueOn, -1)).map((each) => each.step);
        expect(before).not.toContain(step);
        for (const passed of [0, 1, 40]) {
          const found = dueSteps(facts, thresholds, addDays(dueOn, passed)).find(
            (each) => each.step === step,
          );
          expect(found?.dueOn).toBe(dueOn);
        }
      }
      const inRelation = inTheEnd.filter(({ step }) => step === 'first_meeting' || step === 'gap');
      expect(inRelation.length).toBe(facts.relation?.state === 'active' ? 1 : 0);
      for (const { dueOn } of inRelation) {
        const asked = inTheEnd.filter(({ step }) => step === 'survey');
        const isAnswered = facts.survey !== null && facts.survey.dueOn >= dueOn;
        expect(asked.map(({ since }) => since)).toEqual(isAnswered ? [] : [dueOn]);
      }
    }),
    { numRuns: 500 },
  );
});
