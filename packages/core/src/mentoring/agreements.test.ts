import { expect, test } from 'vitest';
import { signingRefusal, wordsOfAgreement } from './agreements.ts';

const words = { confidentiality: 'a', places: 'b', hours: 'c', gifts: 'd', ending: 'e' };

test('what is signed is a text that there is, in the version that was read', () => {
  const texts = [
    { language: 'bg', version: 2 },
    { language: 'ar', version: 1 },
  ];
  expect(signingRefusal([], { language: 'bg', version: null })).toBeNull();
  expect(signingRefusal(texts, { language: 'bg', version: 2 })).toBeNull();
  expect(signingRefusal(texts, { language: 'bg', version: 1 })).toBe('agreement_changed');
  expect(signingRefusal(texts, { language: 'bg', version: null })).toBe('agreement_changed');
  expect(signingRefusal(texts, { language: 'fa', version: null })).toBe('agreement_not_there');
});

test('the same words are the same text, and words that move from one part to another are not', () => {
  expect(wordsOfAgreement('bg', words)).toBe(wordsOfAgreement('bg', { ...words }));
  expect(wordsOfAgreement('bg', { ...words, places: 'bc', hours: '' })).not.toBe(
    wordsOfAgreement('bg', words),
  );
  expect(wordsOfAgreement('ar', words)).not.toBe(wordsOfAgreement('bg', words));
});
