import { expect, test } from 'vitest';
import { figuresOf, isShown, marksOf, nextOf, windowOf } from './rules.ts';
import { answersSchema } from './schema.ts';
import { stagesOf } from './terms.ts';

const held = { startsAt: new Date('2026-11-28T08:00:00Z'), endsAt: new Date('2026-11-30T15:00:00Z') };
const days = { openDays: 21, daysBefore: 7 };
const at = (iso: string) => new Date(iso);

test('each questionnaire has its time; three months after the end of November is the end of February', () => {
  expect(windowOf('before', held, days)).toEqual({
    opensAt: at('2026-11-21T08:00:00Z'),
    closesAt: held.startsAt,
  });
  expect(windowOf('reaction', held, days)).toEqual({
    opensAt: held.endsAt,
    closesAt: at('2026-12-21T15:00:00Z'),
  });
  expect(windowOf('behaviour', held, days)).toEqual({
    opensAt: at('2027-02-28T15:00:00Z'),
    closesAt: at('2027-03-30T15:00:00Z'),
  });
  expect(stagesOf(['behaviour', 'learning'])).toEqual(['before', 'after', 'behaviour']);
});

test('a questionnaire opens in its time, asks while it is open, and closes once', () => {
  const window = windowOf('reaction', held, days);
  const run = { closesAt: window.closesAt, closedAt: null };
  const early = at('2026-11-30T14:59:59Z');
  const late = window.closesAt;

  expect(nextOf(undefined, window, early)).toBe('nothing');
  expect(nextOf(undefined, window, held.endsAt)).toBe('open');
  expect(nextOf(undefined, window, late)).toBe('nothing');
  expect(nextOf(run, window, held.endsAt)).toBe('ask');
  expect(nextOf(run, window, late)).toBe('close');
  expect(nextOf({ ...run, closedAt: late }, window, late)).toBe('nothing');
});

test('nothing is shown while answers come in, and nothing below five', () => {
  const closedAt = new Date();

  expect([4, 5, 500].map((answerCount) => isShown({ closedAt, answerCount }))).toEqual([false, true, true]);
  expect(isShown({ closedAt: null, answerCount: 500 })).toBe(false);
});

const asked = [
  { name: 'overall', kind: 'scale' as const, isRequired: true, choices: [] },
  { name: 'best', kind: 'several' as const, isRequired: false, choices: ['content', 'exchange'] },
  { name: 'better', kind: 'text' as const, isRequired: false, choices: [] },
];

test('an answer counts each choice once, and that the question was answered', () => {
  expect(marksOf(asked, { overall: '4', best: ['content', 'content', 'none'], better: 'Longer.' })).toEqual([
    { question: 'overall', choice: '' },
    { question: 'overall', choice: '4' },
    { question: 'best', choice: '' },
    { question: 'best', choice: 'content' },
    { question: 'better', choice: '' },
  ]);
  expect(marksOf(asked, { overall: '1', best: [], better: '' }).map(({ question }) => question)).toEqual([
    'overall',
    'overall',
  ]);
});

test('a question that four people answered has no figures, one with five has a mean', () => {
  const [overall] = asked;
  const tally = (choice: string, answers: number) => ({ question: 'overall', choice, answers });
  if (!overall) throw new Error('no question');

  expect(figuresOf(overall, [tally('', 4), tally('5', 4)])).toEqual({
    answered: null,
    counts: [],
    mean: null,
  });
  expect(figuresOf(overall, [tally('', 5), tally('5', 4), tally('1', 1)])).toMatchObject({
    answered: 5,
    mean: 4.2,
  });
});

test('a questionnaire takes the choices of its questions and nothing else', () => {
  const schema = answersSchema(asked);

  expect(schema.safeParse({ overall: '5' }).success).toBe(true);
  expect(schema.safeParse({ overall: '6' }).success).toBe(false);
  expect(schema.safeParse({}).success).toBe(false);
  expect(schema.safeParse({ overall: '5', best: ['money'] }).success).toBe(false);
});
