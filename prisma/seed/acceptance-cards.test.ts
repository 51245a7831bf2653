import { deckSituations, namedSituations } from '@tessera/core/cards/rules.ts';
import { as, useTestDatabase } from '@tessera/core/testing.server.ts';
import { expect, test } from 'vitest';
import { persona } from './acceptance.testing.server.ts';

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

test('a card at which one points offers real answers in each of the seven languages, something else last', async () => {
  for (const language of ['en', 'ar', 'fa', 'prs', 'ps', 'kmr', 'uk'] as const) {
    const { cards, choices, pictograms } = await as(null).cards.pack({ network, language });
    const pointed = cards.filter(({ answer }) => answer === 'point_list');

    expect([language, pointed.map((card) => card.choices.length)]).toEqual([language, [6, 8, 7, 11, 9]]);
    for (const card of pointed) {
      expect(choices[card.choices.at(-1) ?? '']?.host).toBe('Нещо друго');
      for (const id of card.choices) expect(pictograms[choices[id]?.pictogram ?? '']?.svg).toContain('<svg');
    }
    expect(cards.filter(({ answer }) => answer === 'language')).toHaveLength(1);
  }
});

test('BG-05, BG-06: nine situations are covered, and eight languages have a verified deck', async () => {
  const { figures, situations } = await as(null).cards.overview({ network });

  expect(figures).toEqual({ published: 60, situations: 9, languages: 8 });
  expect(situations.map(({ published }) => published)).toEqual(deckSituations.map(() => 6));
});

test('what is not verified in Pashto is so for a reason that its people see, and nobody else', async () => {
  const [coordinator, trainer] = [await persona('coord.bg'), await persona('trainer2.bg')];
  const stateOf = async (textState: string) =>
    (await coordinator.cards.list({ network, language: 'ps', textState: textState as 'draft' })).cards.length;

  expect(await Promise.all(['missing', 'draft', 'reviewed', 'rejected', 'verified'].map(stateOf))).toEqual([
    1, 1, 3, 1, 87,
  ]);
  const { cards, isInside } = await trainer.cards.list({ network, language: 'ps' });
  expect([isInside, cards.length, cards.filter(({ text }) => text !== null).length]).toEqual([false, 93, 87]);
});
