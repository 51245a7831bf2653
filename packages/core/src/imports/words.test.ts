import { languages } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { expect, test } from 'vitest';
import { importFields, importKinds } from './terms.ts';
import { suggestMapping } from './words.server.ts';

const mapping = (headings: string[], preferred: string[]) =>
  suggestMapping('institutions', headings, new Map(), preferred);

test('a heading that means a country in Polish and a place in Slovene is read in the language of the file’s reader', () => {
  expect(mapping(['Nazwa', 'Kraj'], ['pl', 'sl'])).toEqual(['name', 'country']);
  expect(mapping(['Naziv', 'Kraj'], ['sl', 'pl'])).toEqual(['name', 'locality']);
});

test('the languages of the network come before all others', () => {
  expect(mapping(['Kraj'], ['en', 'pl'])).toEqual(['country']);
  expect(mapping(['Kraj'], ['en', 'sl'])).toEqual(['locality']);
});

test('a file in a language that nobody here reads is understood too', () => {
  expect(mapping(['Név', 'Ország'], ['fi', 'xx'])).toEqual(['name', 'country']);
});

test('what was matched by hand stays before every word', () => {
  expect(suggestMapping('institutions', ['Kraj'], new Map([['kraj', 'county']]), ['pl'])).toEqual(['county']);
});

test('every language understands its own names of the columns', () => {
  for (const language of languages) {
    const t = translator(language, 'transfer');
    for (const kind of importKinds) {
      const names = importFields[kind].map((field) => t(`fields.${field}`));

      expect(suggestMapping(kind, names, new Map(), [language]), `${language} ${kind}`).toEqual(
        importFields[kind],
      );
    }
  }
});
