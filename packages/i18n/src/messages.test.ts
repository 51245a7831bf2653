import { expect, test } from 'vitest';
import { browserWords } from './browser.ts';
import { createI18n } from './instance.ts';
import { type Language, languages, pluralTag } from './languages.ts';
import { messages } from './server.server.ts';

const others = languages.filter((language) => language !== 'en');
const plural = /_(zero|one|two|few|many|other)$/;

function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value as object, `${path}${key}.`),
  );
}

const bases = (language: Language) =>
  new Set(leaves(messages[language]).map(([key]) => key.replace(plural, '')));
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1]).sort();

test.each(others)('%s has every sentence that English has, and no other', (language) => {
  const own = bases(language);
  const english = bases('en');

  expect([...english].filter((key) => !own.has(key))).toEqual([]);
  expect([...own].filter((key) => !english.has(key))).toEqual([]);
});

test.each(languages)('%s has every form of number that its grammar knows, and no other', (language) => {
  const needed = new Intl.PluralRules(pluralTag(language)).resolvedOptions().pluralCategories;
  const forms = new Map<string, string[]>();
  for (const [key] of leaves(messages[language])) {
    const form = plural.exec(key)?.[1];
    if (form) forms.set(key.replace(plural, ''), [...(forms.get(key.replace(plural, '')) ?? []), form]);
  }

  const wrong = [...forms].filter(([, own]) => [...own].sort().join() !== [...needed].sort().join());
  expect(wrong).toEqual([]);
});

test.each(others)('%s fills the same gaps in each sentence', (language) => {
  const english = new Map(leaves(messages.en).map(([key, text]) => [key, text]));
  const wrong = leaves(messages[language]).filter(([key, text]) => {
    const source = english.get(key) ?? english.get(key.replace(plural, '_other')) ?? '';
    const isSingular = plural.test(key) && !key.endsWith('_other');
    const own = placeholders(text);
    const expected = placeholders(source);
    // "one place" may leave the number out.
    return isSingular
      ? own.some((name) => name !== 'count' && !expected.includes(name)) ||
          expected.some((name) => name !== 'count' && !own.includes(name))
      : own.join() !== expected.join();
  });

  expect(wrong).toEqual([]);
});

test.each(others)('%s is translated: hardly a sentence of several words is the English one', (language) => {
  const english = new Map(leaves(messages.en));
  const same = leaves(messages[language]).filter(
    ([key, text]) =>
      english.get(key) === text &&
      text
        .replace(/\{\{[^}]*\}\}/g, '')
        .trim()
        .split(/\s+/)
        .filter((word) => /\p{L}/u.test(word)).length > 2,
  );

  expect(same).toEqual([]);
});

test.each(languages)('%s: no sentence is empty, has blanks at its ends, or two blanks inside', (language) => {
  expect(
    leaves(messages[language]).filter(([, text]) => text.trim() !== text || text === '' || / {2}/.test(text)),
  ).toEqual([]);
});

test('remembered words are the words', () => {
  const instance = createI18n('sl', {
    common: {
      dni_one: '{{count}} dan',
      dni_two: '{{count}} dneva',
      dni_few: '{{count}} dnevi',
      dni_other: '{{count}} dni',
      ime: 'Ime: {{name}}',
    },
  });
  const t = instance.getFixedT('sl', 'common') as unknown as (key: string, options?: object) => string;

  for (const _ of [1, 2]) {
    expect([1, 2, 3, 5, 101].map((count) => t('dni', { count }))).toEqual([
      '1 dan',
      '2 dneva',
      '3 dnevi',
      '5 dni',
      '101 dan',
    ]);
    expect(t('ime', { name: 'Ana' })).toBe('Ime: Ana');
    expect(t('ime', { name: 'Eva' })).toBe('Ime: Eva');
  }
});

test('nothing is counted as Portugal counts it, on the server and in the browser', () => {
  const words = {
    seats: { free_one: '{{count}} vaga', free_many: '{{count}} de vagas', free_other: '{{count}} vagas' },
  };
  const server = createI18n('pt', words).getFixedT('pt', 'seats') as unknown as (
    key: string,
    options: object,
  ) => string;
  const browser = browserWords('pt', words)(['seats']);
  const counted = (t: (key: string, params: { count: number }) => string) =>
    [0, 1, 2, 1_000_000].map((count) => t('free', { count }));

  expect(counted(server)).toEqual(['0 vagas', '1 vaga', '2 vagas', '1000000 de vagas']);
  expect(counted(browser)).toEqual(counted(server));
});
