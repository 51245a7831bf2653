import { expect, test } from 'vitest';
import {
  circleIn,
  freshnessOf,
  type LanguageTree,
  marksAfter,
  percentOf,
  stateOf,
  type TextMark,
  translatedFrom,
} from './rules.ts';

const source: TextMark = {
  language: 'ro',
  version: 3,
  sourceLanguage: null,
  sourceVersion: 3,
  origin: 'human',
};
const text = (language: string, changes: Partial<TextMark> = {}): TextMark => ({
  language,
  version: 1,
  sourceLanguage: 'ro',
  sourceVersion: 3,
  origin: 'human',
  ...changes,
});

test('a state follows from what there is', () => {
  expect(stateOf([source], 'ro')).toBe('current');
  expect(stateOf([source], 'hu')).toBe('missing');
  expect(stateOf([source], 'hu', ['hu'])).toBe('draft');
  expect(stateOf([source, text('hu')], 'hu')).toBe('current');
  expect(stateOf([source, text('hu', { origin: 'machine' })], 'hu')).toBe('machine');
  expect(stateOf([source, text('hu', { sourceVersion: 2, origin: 'machine' })], 'hu')).toBe('outdated');
  expect(stateOf([source, text('hu', { sourceVersion: 2 })], 'hu', ['hu'])).toBe('draft');
});

test('what was made from a text that is behind, or gone, is behind', () => {
  const fromHungarian = text('en', { sourceLanguage: 'hu', sourceVersion: 1 });
  expect(stateOf([source, text('hu'), fromHungarian], 'en')).toBe('current');
  expect(stateOf([source, text('hu', { sourceVersion: 2 }), fromHungarian], 'en')).toBe('outdated');
  expect(stateOf([source, fromHungarian], 'en')).toBe('outdated');
  expect(freshnessOf([source], source)).toBe('source');
});

test('a language is translated from the nearest one up its tree that is written', () => {
  const tree: LanguageTree = { hu: 'ro', en: 'hu', uk: 'en' };
  const from = (language: string, written: string[]) =>
    translatedFrom(language, { tree, source: 'ro', has: (each) => written.includes(each) });
  expect(from('uk', ['ro', 'hu', 'en'])).toBe('en');
  expect(from('uk', ['ro', 'hu'])).toBe('hu');
  expect(from('uk', ['ro'])).toBe('ro');
  expect(from('de', ['ro', 'hu'])).toBe('ro');
  expect(from('ro', ['ro'])).toBe(null);
});

test('a circle is found, and a tree is none', () => {
  expect(circleIn({ hu: 'ro', en: 'hu' })).toEqual([]);
  expect(circleIn({ de: 'ro', ro: 'hu', hu: 'en', en: 'ro' })).toEqual(['ro', 'hu', 'en']);
  expect(circleIn({ ro: 'ro' })).toEqual(['ro']);
});

const own = { tree: {}, own: 'ro' };
const written = (...languages: string[]) => languages.map((language) => ({ language, isChanged: false }));

test('a change of the source leaves the others behind, a minor one does not, and what was changed with it follows', () => {
  const before = [source, text('hu'), text('en', { origin: 'machine' })];
  const changed = [
    { language: 'ro', isChanged: true },
    { language: 'hu', isChanged: true },
    { language: 'en', isChanged: false },
  ];
  const after = marksAfter(before, changed, own);
  expect(after.map(({ version, sourceVersion }) => [version, sourceVersion])).toEqual([
    [4, 4],
    [2, 4],
    [1, 3],
  ]);
  expect(stateOf(after, 'en')).toBe('outdated');
  const minor = marksAfter(before, changed, { ...own, isMinor: true });
  expect(minor.map(({ language }) => stateOf(minor, language))).toEqual(['current', 'current', 'machine']);
  expect(minor.map(({ version }) => version)).toEqual([3, 1, 1]);
});

test('what a person writes is no machine text any more, and a small correction makes nothing current', () => {
  const before = [source, text('hu', { sourceVersion: 2, origin: 'machine' })];
  const corrected = [...written('ro'), { language: 'hu', isChanged: true }];
  expect(marksAfter(before, corrected, { ...own, isMinor: true })[1]).toMatchObject({
    origin: 'human',
    sourceVersion: 2,
  });
  const confirmed = [...written('ro'), { language: 'hu', isChanged: false, confirmedBy: 'human' as const }];
  expect(marksAfter(before, confirmed, own)[1]).toMatchObject({
    origin: 'human',
    version: 1,
    sourceVersion: 3,
  });
});

test('without the source text another one becomes it', () => {
  const after = marksAfter([source, text('hu'), text('en')], written('hu', 'en'), own);
  expect(after.map(({ sourceLanguage }) => sourceLanguage)).toEqual([null, 'ro']);
  expect(stateOf(after, 'en')).toBe('outdated');
});

test('percents are rounded down, and nothing required is no percent', () => {
  expect(percentOf({ language: 'hu', required: 3, current: 2 })).toBe(66);
  expect(percentOf({ language: 'hu', required: 200, current: 199 })).toBe(99);
  expect(percentOf({ language: 'hu', required: 0, current: 0 })).toBe(null);
});

// A small generator of its own, so that a failure can be repeated.
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

test('whatever is written in whatever order: every way ends, and only what follows its source is current', () => {
  const languages = ['ro', 'hu', 'en', 'uk', 'ar'];
  for (let seed = 1; seed <= 500; seed += 1) {
    const roll = dice(seed);
    const trees = () => {
      const branches = languages
        .slice(1)
        .map((language, index) => [language, languages[roll(index + 1)] ?? 'ro']);
      return Object.fromEntries(branches) as LanguageTree;
    };
    let marks: TextMark[] = [];
    // What each text says, as a number: the source as it is, the others as the source they say was when they were written.
    let says = new Map<string, number>();
    for (let step = 1; step <= 12; step += 1) {
      const tree = trees();
      const kept = languages.filter((language) => language === 'ro' || roll(4) > 0);
      const changed = kept.filter((language) => !marks.some((m) => m.language === language) || roll(4) === 0);
      const before = marks;
      marks = marksAfter(
        before,
        kept.map((language) => ({ language, isChanged: changed.includes(language) })),
        { tree, own: 'ro' },
      );
      const next = new Map<string, number>();
      next.set('ro', changed.includes('ro') ? step : (says.get('ro') ?? step));
      const meaning = (language: string, depth = 0): number => {
        const done = next.get(language);
        if (done !== undefined) return done;
        const mark = marks.find((m) => m.language === language);
        const isOld = !changed.includes(language);
        const value =
          isOld || depth > 9 ? (says.get(language) ?? -1) : meaning(mark?.sourceLanguage ?? 'ro', depth + 1);
        next.set(language, value);
        return value;
      };
      for (const language of kept) meaning(language);
      says = next;
      for (const mark of marks) {
        if (mark.sourceLanguage !== null) expect(mark.sourceLanguage, `seed ${seed}`).not.toBe(mark.language);
        expect(mark.version).toBeGreaterThan(0);
        if (stateOf(marks, mark.language) === 'current')
          expect([seed, step, mark.language, says.get(mark.language)]).toEqual([
            seed,
            step,
            mark.language,
            says.get('ro'),
          ]);
      }
      for (const { language } of before)
        if (!kept.includes(language)) expect(stateOf(marks, language)).toBe('missing');
    }
  }
});
