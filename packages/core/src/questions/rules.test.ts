import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeName, isWorded, movedBy, questionOf } from './builder.ts';
import {
  type AskedRule,
  brokenCondition,
  diffOf,
  type Given,
  problemsOf,
  readAnswers,
  visibleNames,
} from './rules.ts';
import type { SeatQuestion } from './schema.ts';
import { choicesOf, isCountable, seatQuestionKinds } from './terms.ts';

const rule = (name: string, more: Partial<AskedRule> = {}): AskedRule => ({
  name,
  kind: 'text',
  choices: [],
  isRequired: false,
  onlyIf: null,
  onlyIfValue: null,
  forOrganiser: false,
  isSealed: false,
  changedIn: 1,
  ...more,
});

/** Forms whose conditions look at earlier questions, as the builder lets them. */
const anyForm: fc.Arbitrary<AskedRule[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...seatQuestionKinds),
      isRequired: fc.boolean(),
      isSealed: fc.boolean(),
      changedIn: fc.integer({ min: 1, max: 9 }),
      on: fc.option(fc.nat()),
      value: fc.option(fc.nat()),
    }),
    { maxLength: 12 },
  )
  .map((drawn) => {
    const form: AskedRule[] = [];
    for (const { kind, on, value, ...rest } of drawn) {
      const choices = kind === 'choice' || kind === 'several' ? ['a', 'b', 'c'] : [];
      const open = form.filter(({ isSealed }) => !isSealed);
      const parent = on === null ? undefined : open[on % Math.max(open.length, 1)];
      const values = parent && isCountable(parent) ? choicesOf(parent) : [];
      form.push(
        rule(`q${form.length}`, {
          ...rest,
          kind,
          choices,
          onlyIf: parent?.name ?? null,
          onlyIfValue: value === null || values.length === 0 ? null : (values[value % values.length] ?? null),
        }),
      );
    }
    return form;
  });
const anyGiven: fc.Arbitrary<Given> = fc.dictionary(
  fc.integer({ min: 0, max: 11 }).map((index) => `q${index}`),
  fc.array(fc.constantFrom('a', 'b', 'yes', 'no', '7', '2,50', '2026-03-01', '2026-02-30', ' ', 'Ünnep'), {
    maxLength: 3,
  }),
);

test('what is asked never has a condition that is not asked for itself, and nothing else is kept', () => {
  fc.assert(
    fc.property(anyForm, anyGiven, (form, given) => {
      expect(brokenCondition(form)).toBeNull();
      const visible = visibleNames(form, given);
      for (const { name, onlyIf } of form)
        if (visible.has(name) && onlyIf !== null) expect(visible.has(onlyIf)).toBe(true);
      const { answers, problems } = readAnswers(form, given);
      for (const { name } of [...answers, ...problems]) expect(visible.has(name)).toBe(true);
      // What is kept asks for the same questions, and reads the same a second time.
      const again = Object.fromEntries(answers.map(({ name, values }) => [name, values]));
      if (problems.length === 0) expect(visibleNames(form, again)).toEqual(visible);
      expect(readAnswers(form, again).answers).toEqual(answers);
    }),
    { numRuns: 500 },
  );
});

test('an answer to a question whose condition does not hold changes nothing', () => {
  fc.assert(
    fc.property(anyForm, anyGiven, (form, given) => {
      const visible = visibleNames(form, given);
      const without = Object.fromEntries(Object.entries(given).filter(([name]) => visible.has(name)));
      expect(readAnswers(form, without)).toEqual(readAnswers(form, given));
    }),
    { numRuns: 500 },
  );
});

test('whoever saw an older version is shown each changed question that is asked for, and no other', () => {
  fc.assert(
    fc.property(anyForm, anyGiven, fc.integer({ min: 0, max: 9 }), (form, given, seen) => {
      const visible = visibleNames(form, given);
      const changed = problemsOf(form, given, seen)
        .filter(({ key }) => key === 'question_changed')
        .map(({ name }) => name);
      const expected = form.filter(({ name, changedIn }) => visible.has(name) && changedIn > seen);
      expect(changed).toEqual(expected.map(({ name }) => name));
      expect(problemsOf(form, given, 9)).toEqual(problemsOf(form, given, null));
    }),
    { numRuns: 500 },
  );
});

test('answers are kept in one way, and what does not fit is said', () => {
  const form = [
    rule('age', { kind: 'number', isRequired: true }),
    rule('day', { kind: 'date' }),
    rule('topics', { kind: 'several', choices: ['a', 'b', 'c'] }),
    rule('food', { kind: 'yes_no' }),
    rule('which', { isRequired: true, onlyIf: 'food', onlyIfValue: 'yes' }),
  ];
  const read = (given: Given) => {
    const { answers, problems } = readAnswers(form, given);
    return [
      Object.fromEntries(answers.map(({ name, values }) => [name, values.join()])),
      problems.map(({ name, key }) => `${name} ${key}`),
    ];
  };

  expect(
    read({ age: ['2,50'], day: ['2026-03-01'], topics: ['c', 'a'], food: ['no'], which: ['nuts'] }),
  ).toEqual([{ age: '2.5', day: '2026-03-01', topics: 'a,c', food: 'no' }, []]);
  expect(read({ age: ['many'], day: ['2026-02-30'], topics: ['d'], food: ['yes'] })).toEqual([
    { food: 'yes' },
    [
      'age validation.invalidNumber',
      'day validation.invalidDate',
      'topics validation.notOffered',
      'which validation.required',
    ],
  ]);
  expect(readAnswers([rule('key', { isRequired: true, isSealed: true })], {}, ['key']).problems).toEqual([]);
});

test('a condition looks at an earlier open question of the same people, and at an answer that there is', () => {
  const choice = rule('a', { kind: 'choice', choices: ['x', 'y'] });
  const on = (value: string | null, more: Partial<AskedRule> = {}) =>
    rule('b', { onlyIf: 'a', onlyIfValue: value, ...more });
  expect(brokenCondition([choice, on('x')])).toBeNull();
  expect(brokenCondition([choice, on(null)])).toBeNull();
  expect(brokenCondition([on('x'), choice])).toBe('b');
  expect(brokenCondition([choice, on('z')])).toBe('b');
  expect(brokenCondition([{ ...choice, isSealed: true }, on('x')])).toBe('b');
  expect(brokenCondition([{ ...choice, forOrganiser: true }, on('x')])).toBe('b');
  expect(brokenCondition([{ ...choice, forOrganiser: true }, on('x', { forOrganiser: true })])).toBeNull();
  expect(brokenCondition([rule('b', { onlyIf: 'b' })])).toBe('b');
});

const question = (id: string, more: Partial<SeatQuestion> = {}): SeatQuestion => ({
  ...rule(`n${id}`),
  choices: [],
  id,
  keptDays: null,
  texts: { en: { text: `Question ${id}`, help: '', choices: [] } },
  ...more,
});

test('the difference of two forms is what somebody who fills them in can notice', () => {
  const [a, b, c] = [question('a'), question('b'), question('c')];
  expect(diffOf([a, b], [b, { ...a, keptDays: 3, isSealed: true }])).toEqual({
    added: [],
    removed: [],
    changed: [],
  });
  const reworded = { ...b, texts: { en: { help: '', choices: [], text: 'Other words' } } };
  expect(diffOf([a, b], [reworded, c])).toEqual({ added: ['nc'], removed: ['na'], changed: ['nb'] });
  expect(diffOf([a], [{ ...a, isRequired: true }]).changed).toEqual(['na']);
});

test('moving up and down again leaves a form as it was, and no question is lost', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(8), (count, at) => {
      const form = Array.from({ length: count }, (_, index) => question(String(index)));
      const id = String(at % count);
      const up = movedBy(form, id, 'up');
      expect(up.map((each) => each.id).toSorted()).toEqual(form.map((each) => each.id).toSorted());
      if (id !== '0') expect(movedBy(up, id, 'down')).toEqual(form);
      else expect(up).toEqual(form);
    }),
  );
});

test('a draft keeps its name and the names of its choices by their place', () => {
  const draft = {
    name: '',
    kind: 'choice' as const,
    isRequired: false,
    onlyIf: null,
    onlyIfValue: 'x',
    forOrganiser: false,
    isSealed: false,
    keptDays: null,
    texts: {
      ro: { text: ' Cum? ', help: '', choices: 'Cu trenul\n\n Pe jos ' },
      hu: { text: '', help: '', choices: '' },
    },
  };
  const made = questionOf(draft, null, () => freeName(['q1', 'q2'], 1));
  expect([made.name, made.choices, made.onlyIfValue, made.texts]).toEqual([
    'q3',
    ['c1', 'c2'],
    null,
    { ro: { text: 'Cum?', help: '', choices: ['Cu trenul', 'Pe jos'] } },
  ]);
  const before = { ...made, id: 'x', changedIn: 1, choices: ['c1', 'c7'] };
  const later = questionOf({ ...draft, name: 'other' }, before, () => 'never');
  expect([later.name, later.choices]).toEqual(['q3', ['c1', 'c7']]);
  const uneven = { ...draft.texts, hu: { text: 'Hogyan?', help: '', choices: 'Vonattal' } };
  expect(isWorded(made)).toBe(true);
  expect(isWorded(questionOf({ ...draft, texts: uneven }, null, () => 'q'))).toBe(false);
});
