import { expect, test } from 'vitest';
import { formats } from './format.ts';
import { acceptedLanguages, type Language, languages, pickLanguage } from './languages.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const lei = { amountMinor: 175_699_600n, currency: 'RON' };

test('money stands in the form of each language', () => {
  const shown = Object.fromEntries(
    languages.map((language) => [language, plain(formats(language).money(lei))]),
  );

  expect(shown).toEqual({
    en: 'RON 1,756,996.00',
    de: '1.756.996,00 RON',
    ro: '1.756.996,00 lei',
    sl: '1.756.996,00 RON',
    bg: '1 756 996,00 RON',
    hu: '1 756 996,00 RON',
    fi: '1 756 996,00 RON',
    pt: '1 756 996,00 RON',
    pl: '1 756 996,00 RON',
    it: '1.756.996,00 RON',
    hr: '1.756.996,00 RON',
  });
});

test('shares stand in the form of each language', () => {
  const shown = (language: Language) => plain(formats(language).percent(0.1, 2));

  expect([shown('ro'), shown('hu'), shown('en'), shown('de')]).toEqual([
    '10,00 %',
    '10,00%',
    '10.00%',
    '10,00 %',
  ]);
});

test('a day is the day of its place, also at midnight and across the clock change', () => {
  const { date, time } = formats('en');

  expect(date(new Date('2015-04-30T21:30:00Z'), 'Europe/Bucharest')).toBe('1 May 2015');
  expect(time(new Date('2026-10-25T00:30:00Z'), 'Europe/Bucharest')).toBe('03:30');
  expect(time(new Date('2026-10-25T01:30:00Z'), 'Europe/Bucharest')).toBe('03:30');
});

test('a range of days says what both have in common once', () => {
  const range = formats('en').dateRange(
    new Date('2015-10-13T06:00:00Z'),
    new Date('2015-10-15T13:00:00Z'),
    'Europe/Bucharest',
  );

  expect(plain(range).replace(/\s*–\s*/, '–')).toBe('13–15 October 2015');
});

test('names keep the order that their owner uses', () => {
  const name = { givenName: 'Éva', familyName: 'Nagy' };

  expect(formats('hu').personName({ ...name, nameOrder: 'family_first' })).toBe('Nagy Éva');
  expect(formats('hu').personName({ ...name, nameOrder: 'given_first' })).toBe('Éva Nagy');
});

test('the first wish that exists wins, whatever its region', () => {
  expect(pickLanguage([null, 'xx', 'de-AT', 'ro'])).toBe('de');
  expect(pickLanguage([])).toBe('en');
  expect(acceptedLanguages('hu;q=0.5, ro-RO, *;q=0.1, en;q=0')).toEqual(['ro-RO', 'hu']);
  expect(acceptedLanguages(null)).toEqual([]);
});

test('a range of days is told with weekdays, and a single day only once', () => {
  const { weekdayRange, timeRange } = formats('en');
  const [from, until] = [new Date('2026-12-03T07:00:00Z'), new Date('2026-12-05T15:00:00Z')];

  expect(weekdayRange(from, until, 'Europe/Bucharest')).toBe('Thu 3 – Sat 5 Dec 2026');
  expect(weekdayRange(from, from, 'Europe/Bucharest')).toBe('Thu 3 Dec 2026');
  expect(timeRange(from, new Date('2026-12-03T10:30:00Z'), 'Europe/Bucharest')).toBe('09:00–12:30');
});

test('ranges have the same spaces on the server and in every browser', () => {
  const [from, until] = [new Date('2026-12-03T07:00:00Z'), new Date('2027-01-05T15:00:00Z')];

  const ranges = languages.flatMap((language) => {
    const { dateRange, weekdayRange } = formats(language);
    return [dateRange(from, until, 'UTC'), weekdayRange(from, until, 'UTC')];
  });

  expect(ranges.filter((range) => /[\u2009\u202f]/.test(range))).toEqual([]);
});

test('a zone has the name that people use all year', () => {
  expect(formats('en').zone('Europe/Bucharest')).toBe('Eastern European Time');
  expect(formats('de').zone('Europe/Bucharest')).toBe('Osteuropäische Zeit');
});

test('languages have names, also those that browsers do not know', () => {
  expect(['ro', 'hu', 'rom', 'xx', 'no tag!'].map(formats('en').language)).toEqual([
    'Romanian',
    'Hungarian',
    'Romany',
    'xx',
    'no tag!',
  ]);
});
