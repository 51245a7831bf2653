import { translator } from '@tessera/i18n/server.server.ts';
import { expect, test } from 'vitest';
import { basisWords, type Words } from './processing-words.ts';

test('an article is named by the letter that it has in the law of the language', () => {
  const named = (language: 'en' | 'bg') =>
    basisWords(translator(language, 'processing') as unknown as Words, { basis: 'e', specialBasis: 'g' });

  expect(named('en')).toEqual([
    'Art. 6(1)(e) GDPR: task in the public interest',
    'Art. 9(2)(g) GDPR: substantial public interest',
  ]);
  expect(named('bg')).toEqual([
    'Чл. 6, пар. 1, буква д от ОРЗД: задача от обществен интерес',
    'Чл. 9, пар. 2, буква ж от ОРЗД: важен обществен интерес',
  ]);
});
