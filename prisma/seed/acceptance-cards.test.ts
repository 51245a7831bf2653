import { deckSituations, namedSituations } from '@tessera/core/cards/rules.ts';
import { as, useTestDatabase } from '@tessera/core/testing.server.ts';
import { expect, test } from 'vitest';

await useTestDatabase();

const network = 'bg-model';

test('BGM-01, A19: nine situations and the general one hold 60 cards, each with a pictogram and verified in two languages', async () => {
  const { cards, pictograms, answers } = await as(null).cards.pack({ network, language: 'en' });

  expect(cards).toHaveLength(60);
  expect(deckSituations.map((one) => cards.filter(({ situation }) => situation === one).length)).toEqual(
    deckSituations.map(() => 6),
  );
  expect(new Set(cards.map(({ situation }) => situation)).size).toBeGreaterThanOrEqual(
    namedSituations.length,
  );
  for (const { pictogram } of cards) expect(pictograms[pictogram]?.alt.bg).toBeTruthy();
  expect(answers.dont_know).toEqual({ host: 'Не знам', text: 'I do not know' });
});

test('BGM-02: the deck in Pashto holds 54 cards, not 60; so does the one in Kurmanji', async () => {
  const { host, languages } = await as(null).cards.languages({ network });
  const { cards, withdrawn } = await as(null).cards.pack({ network, language: 'ps' });

  expect(host).toBe('bg');
  expect(Object.fromEntries(languages.map(({ language, cards: count }) => [language, count]))).toEqual({
    en: 60,
    ar: 60,
    fa: 60,
    prs: 60,
    uk: 60,
    ps: 54,
    kmr: 54,
  });
  // One of them was in the deck, until it was edited.
  expect([cards.length, withdrawn.length]).toEqual([54, 1]);
});
