import { expect, test } from 'vitest';
import { as, newNetwork, refusal, type TestNetwork, useTestDatabase } from '../testing.server.ts';
import { type CardTeam, newAnswer, newCardTeam, newPointingCard } from './cards.testing.server.ts';

await useTestDatabase();

async function begin(situation: 'theft' | 'birth' = 'theft') {
  const network = await newNetwork();
  const team = await newCardTeam(network);
  const cardId = await newPointingCard(network, team, situation);
  return { network, team, cardId, where: { network: network.code, cardId } };
}
const packOf = (network: TestNetwork) => as(null).cards.pack({ network: network.code, language: 'ps' });
const shownBeneath = async (network: TestNetwork, cardId: string) =>
  (await packOf(network)).cards.find(({ id }) => id === cardId)?.choices;
const approve = (team: CardTeam, by: 0 | 1, network: TestNetwork, cardId: string, language: 'ro' | 'ps') =>
  as(team.verifiers[by]).cards.approve({ network: network.code, cardId, language, version: 1 });

test('a card at which one points carries the words that it names, in their order, verified in both languages, and something else last', async () => {
  const { network, team, cardId, where } = await begin();
  const phone = await newAnswer(network, team, 'phone', 1);
  const money = await newAnswer(network, team, 'money', 1);
  const waiting = await newAnswer(network, team, 'bag', 0);
  const set = (answerIds: string[], seenIds: string[]) =>
    as(team.coordinator).cards.choose({ ...where, answerIds, seenIds });
  const before = await packOf(network);

  await set([money, waiting, phone], []);
  const named = await packOf(network);
  const other = await newAnswer(network, team, 'something_else', 2);

  expect(before.cards[0]?.choices).toEqual([]);
  expect(named.cards[0]?.choices).toEqual([money, phone]);
  expect(named.choices[money]).toEqual({
    pictogram: 'money',
    host: 'Cuvânt money',
    text: 'کلمه money',
    transliteration: null,
  });
  expect(named.pictograms.money?.svg).toContain('<svg');
  expect(named.version).not.toBe(before.version);
  expect(await shownBeneath(network, cardId)).toEqual([money, phone, other]);
  expect((await as(null).cards.overview({ network: network.code })).figures.published).toBe(1);
  // What a device is told that a language weighs is what comes.
  const { languages } = await as(null).cards.overview({ network: network.code });
  expect(languages[0]?.bytes).toBe(Buffer.byteLength(JSON.stringify(await packOf(network))));

  // Where none of its own words can be shown, nothing is.
  await set([waiting], [money, waiting, phone]);
  expect(await shownBeneath(network, cardId)).toEqual([]);
});

test('beneath a card about medicine a word stands once two people verified it, in both languages', async () => {
  const { network, team, cardId, where } = await begin('birth');
  const mother = await newAnswer(network, team, 'mother', 1);
  const early = await refusal(approve(team, 1, network, mother, 'ps'));
  await as(team.coordinator).cards.choose({ ...where, answerIds: [mother], seenIds: [] });
  const one = await shownBeneath(network, cardId);
  await approve(team, 1, network, mother, 'ps');
  const onlyOther = await shownBeneath(network, cardId);
  await approve(team, 1, network, mother, 'ro');

  expect([early, one, onlyOther, await shownBeneath(network, cardId)]).toEqual([
    'text_not_reviewed',
    [],
    [],
    [mother],
  ]);
  // A word that is named there already takes two from the beginning.
  const sister = await newAnswer(network, team, 'sister', 0);
  await as(team.coordinator).cards.choose({ ...where, answerIds: [mother, sister], seenIds: [mother] });
  await approve(team, 0, network, sister, 'ps');
  const { texts, needed } = await as(team.coordinator).cards.one({ ...where, cardId: sister });
  expect([needed, texts.find(({ language }) => language === 'ps')?.state]).toEqual([2, 'reviewed']);
});

test('a word whose text is changed, or that is retired, leaves the cards and is said to have been withdrawn', async () => {
  const { network, team, cardId, where } = await begin();
  const [phone, money] = [
    await newAnswer(network, team, 'phone', 1),
    await newAnswer(network, team, 'money', 1),
  ];
  await as(team.coordinator).cards.choose({ ...where, answerIds: [phone, money], seenIds: [] });

  await as(team.translator).cards.write({
    network: network.code,
    cardId: phone,
    language: 'ps',
    text: 'ټیلیفون',
    version: 1,
  });
  const edited = await packOf(network);
  await as(team.coordinator).cards.move({ network: network.code, cardId: money, move: 'retire' });
  const retired = await packOf(network);

  expect([edited.cards[0]?.choices, edited.withdrawn.map(({ id }) => id)]).toEqual([[money], [phone]]);
  expect([retired.cards[0]?.choices, retired.withdrawn.map(({ id }) => id).sort()]).toEqual([
    [],
    [phone, money].sort(),
  ]);
  const { choices } = await as(team.coordinator).cards.one(where);
  expect(choices.map(({ id }) => id)).toEqual([phone]);
  expect(
    (await as(team.coordinator).cards.one({ ...where, cardId: phone })).namedBy.map(({ id }) => id),
  ).toEqual([cardId]);
});

test('only words to point at of the own network that are in use stand beneath a card at which one points', async () => {
  const { network, team, cardId, where } = await begin();
  const elsewhere = await begin();
  const phone = await newAnswer(network, team, 'phone', 1);
  const foreign = await newAnswer(elsewhere.network, elsewhere.team, 'phone', 1);
  const set = (answerIds: string[], card = cardId) =>
    refusal(as(team.coordinator).cards.choose({ ...where, cardId: card, answerIds, seenIds: [] }));

  expect(await set([foreign])).toBe('not_found');
  expect(await set([cardId])).toBe('choice_not_possible');
  expect(await set([phone], phone)).toBe('choice_not_possible');
  expect(await set([phone, phone])).toBe('BAD_REQUEST');
  expect(await refusal(as(team.translator).cards.choose({ ...where, answerIds: [phone], seenIds: [] }))).toBe(
    'not_allowed',
  );
  await as(team.coordinator).cards.move({ ...where, cardId: phone, move: 'retire' });
  expect(await set([phone])).toBe('choice_not_possible');
});

test('of two who choose at the same instant one is told that the list is another one; who retires a word meanwhile leaves none behind', async () => {
  const { network, team, cardId, where } = await begin();
  const second = await newCardTeam(network);
  const words = await Promise.all(
    ['phone', 'money', 'bag', 'keys'].map((key) => newAnswer(network, team, key, 1)),
  );
  let seenIds: string[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    const wishes = [
      [words[turn % 4] ?? '', words[(turn + 1) % 4] ?? ''],
      [words[(turn + 2) % 4] ?? '', words[(turn + 3) % 4] ?? '', words[turn % 4] ?? ''],
    ];
    const outcomes = await Promise.all(
      [team, second].map(({ coordinator }, index) =>
        as(coordinator)
          .cards.choose({ ...where, answerIds: wishes[index] ?? [], seenIds })
          .then(
            () => 'set',
            ({ message }: Error) => message,
          ),
      ),
    );
    seenIds = (await as(team.coordinator).cards.one(where)).choices.map(({ id }) => id);
    expect([...outcomes].sort()).toEqual(['choices_changed', 'set']);
    expect(seenIds).toEqual(wishes[outcomes.indexOf('set')]);
  }
  for (const word of words) {
    await as(team.coordinator)
      .cards.choose({ ...where, answerIds: [], seenIds })
      .catch(() => {});
    const [, added] = await Promise.all([
      as(second.coordinator).cards.move({ network: network.code, cardId: word, move: 'retire' }),
      as(team.coordinator)
        .cards.choose({ ...where, answerIds: [word], seenIds: [] })
        .then(
          () => 'set',
          ({ message }: Error) => message,
        ),
    ]);
    expect(['set', 'choice_not_possible']).toContain(added);
    expect((await as(team.coordinator).cards.one(where)).choices).toEqual([]);
    seenIds = [];
  }
  expect(await shownBeneath(network, cardId)).toEqual([]);
});
