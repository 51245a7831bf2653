import { expect, test } from 'vitest';
import {
  dayRefusal,
  endWithoutMentees,
  figureFor,
  figuresFor,
  isLiving,
  isUnderstood,
  mayMove,
  needsContact,
  relationStates,
  roomOf,
} from './rules.ts';

test('a relation ends in three ways, and from each of them nothing goes on', () => {
  expect(relationStates.filter((state) => !isLiving(state))).toEqual([
    'completed',
    'ended_early',
    'rematched',
  ]);
  expect([mayMove('relation', 'proposed', 'active'), mayMove('relation', 'paused', 'active')]).toEqual([
    false,
    true,
  ]);
});

test('who has left, left: a mentee does not come back from there, and a session is settled once', () => {
  expect([
    mayMove('mentee', 'moved_away', 'accepted'),
    mayMove('session', 'held', 'missed'),
    mayMove('goal', 'achieved', 'in_progress'),
    mayMove('mentor', 'rejected', 'approved'),
    mayMove('programme', 'closed', 'running'),
  ]).toEqual([false, false, false, false, false]);
});

test('a relation is complete when its last mentee graduated, and ended early when they left', () => {
  expect([
    endWithoutMentees('active', 'graduated'),
    endWithoutMentees('active', 'moved_away'),
    endWithoutMentees('proposed', 'graduated'),
  ]).toEqual(['completed', 'ended_early', 'ended_early']);
});

test('room is what both the mentor and the programme leave', () => {
  const mentor = { capacity: 4, maxMentees: 3, held: 2, heldHere: 1 };

  expect([roomOf(mentor), roomOf({ ...mentor, capacity: 20 }), roomOf({ ...mentor, held: 9 })]).toEqual([
    2, 2, 0,
  ]);
});

test('an agreement is understood in a language that all read, or through an interpreter', () => {
  const mentees = [{ languages: ['ar', 'bg'] }, { languages: ['ar'] }];

  expect([
    isUnderstood({ language: 'ar', isInterpreted: false }, mentees),
    isUnderstood({ language: 'bg', isInterpreted: false }, mentees),
    isUnderstood({ language: 'bg', isInterpreted: true }, mentees),
  ]).toEqual([true, false, true]);
});

test('the day of a session lies neither ahead nor ten years back; what is planned lies ahead', () => {
  const on = (day: string, state: 'held' | 'planned' | 'cancelled') => dayRefusal(day, '2026-03-01', state);

  expect([on('2026-03-01', 'held'), on('2026-03-02', 'held'), on('2026-03-02', 'cancelled')]).toEqual([
    null,
    'day_ahead',
    null,
  ]);
  expect([on('2016-03-01', 'held'), on('2016-02-29', 'held')]).toEqual([null, 'day_too_old']);
  expect([on('2026-03-01', 'planned'), on('2026-02-28', 'planned')]).toEqual([null, 'day_behind']);
});

test('attention is asked for after twice the cadence, counted from the last session or the beginning', () => {
  const relation = {
    state: 'active' as const,
    cadenceDays: 7,
    startedOn: '2026-03-01',
    lastContact: null,
    today: '2026-03-16',
  };

  expect([
    needsContact(relation),
    needsContact({ ...relation, today: '2026-03-15' }),
    needsContact({ ...relation, lastContact: '2026-03-10' }),
    needsContact({ ...relation, state: 'paused' }),
  ]).toEqual([true, false, false, false]);
});

test('a funder sees no figure from one to four', () => {
  expect([0, 1, 4, 5].map((count) => figureFor(count, true))).toEqual([0, null, null, 5]);
  expect(figureFor(1, false)).toBe(1);
});

test('what a funder does not see cannot be subtracted from the whole', () => {
  const states = (...counts: number[]) => counts.map((count, index) => ({ state: `s${index}`, count }));
  const seen = (...counts: number[]) => figuresFor(states(...counts), true).map(({ count }) => count);

  expect(seen(29, 3, 7, 9)).toEqual([29, null, null, 9]);
  expect(seen(2, 6)).toEqual([null, null]);
  expect(seen(15, 3, 1, 1)).toEqual([15, null, null, null]);
  expect([seen(214, 11, 15), seen(2), seen(0, 9)]).toEqual([[214, 11, 15], [null], [0, 9]]);
  expect(figuresFor(states(29, 3, 7, 9), false).map(({ count }) => count)).toEqual([29, 3, 7, 9]);
});
