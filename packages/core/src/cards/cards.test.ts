import { wavOf } from '@tessera/files/sound.testing.ts';
import { expect, test } from 'vitest';
import { oneFile } from '../canary.testing.server.ts';
import {
  as,
  countStatements,
  newNetwork,
  newPerson,
  refusal,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { newCard, newCardTeam, newPublishedCard } from './cards.testing.server.ts';

await useTestDatabase();

test('a published card is in the deck of a verified language, for everybody, with its picture and the numbers to call', async () => {
  const network = await newNetwork();
  const team = await newCardTeam(network);
  const cardId = await newPublishedCard(network, team, { conceptKey: 'when_stolen' });
  const visitor = as(null);

  const pack = await visitor.cards.pack({ network: network.code, language: 'ps' });
  const { host, languages } = await visitor.cards.languages({ network: network.code });

  expect({ host, languages }).toEqual({ host: 'ro', languages: [{ language: 'ps', cards: 1 }] });
  expect(pack.cards).toMatchObject([
    {
      id: cardId,
      situation: 'theft',
      host: 'Când s-a întâmplat? when_stolen',
      text: 'غلا کله وشوه؟',
      transliteration: null,
    },
  ]);
  expect(pack.pictograms.clock?.svg).toContain('<svg');
  expect(pack.pictograms.clock?.alt.ro).toBe('Un ceas');
  expect(pack.numbers[0]).toEqual({ number: '112', label: 'Apel de urgență' });
  expect(pack.withdrawn).toEqual([]);
  expect((await visitor.cards.pack({ network: network.code, language: 'ar' })).cards).toEqual([]);
  expect(await visitor.cards.pack({ network: network.code, language: 'ps' })).toEqual(pack);
});

test('with an edit a verified text is reviewed again, out of the deck at once, and back once another person approved', async () => {
  const network = await newNetwork();
  const team = await newCardTeam(network);
  const cardId = await newPublishedCard(network, team, { conceptKey: 'when_stolen' });
  const where = { network: network.code, cardId, language: 'ps' as const };
  const deck = () => as(null).cards.pack({ network: network.code, language: 'ps' });
  const [first, second] = team.verifiers;

  await as(first).cards.write({ ...where, text: 'کله؟', version: 1 });
  const without = await deck();
  const own = await refusal(as(first).cards.approve({ ...where, version: 2 }));
  const seenBefore = await refusal(as(second).cards.approve({ ...where, version: 1 }));
  await as(second).cards.approve({ ...where, version: 2 });
  const back = await deck();

  expect([without.cards, without.withdrawn.map(({ id }) => id)]).toEqual([[], [cardId]]);
  expect([own, seenBefore]).toEqual(['text_own', 'text_changed']);
  expect([back.cards.map(({ text }) => text), back.withdrawn]).toEqual([['کله؟'], []]);
  expect(back.version).not.toBe(without.version);
});

test('texts about medicine take two people; two who approve at the same instant count as two', async () => {
  const network = await newNetwork();
  const team = await newCardTeam(network);
  const cardId = await newCard(network, team, { situation: 'birth', conceptKey: 'contractions' });
  const where = { network: network.code, cardId };
  const approve = (index: 0 | 1) =>
    as(team.verifiers[index]).cards.approve({ ...where, language: 'ps', version: 1 });

  await as(team.coordinator).cards.move({ ...where, move: 'test' });
  const early = await refusal(as(team.coordinator).cards.move({ ...where, move: 'publish' }));
  await Promise.all([approve(0), approve(1)]);
  await as(team.coordinator).cards.move({ ...where, move: 'publish' });

  expect(early).toBe('card_incomplete');
  expect((await as(null).cards.pack({ network: network.code, language: 'ps' })).cards).toHaveLength(1);
});

test('whoever verifies while the text is edited has verified what they saw, or is told that it is another one', async () => {
  const network = await newNetwork();
  const team = await newCardTeam(network);
  for (let turn = 0; turn < 6; turn += 1) {
    const cardId = await newCard(network, team, { conceptKey: `turn_${turn}` });
    const where = { network: network.code, cardId, language: 'ps' as const };

    const [, verdict] = await Promise.all([
      as(team.translator).cards.write({ ...where, text: 'کله؟', version: 1 }),
      as(team.verifiers[0])
        .cards.approve({ ...where, version: 1 })
        .then(
          () => 'approved',
          ({ message }: Error) => message,
        ),
    ]);
    await as(team.coordinator).cards.move({ ...where, move: 'test' });
    const published = await refusal(as(team.coordinator).cards.move({ ...where, move: 'publish' }));

    // Whichever came first: the words that stand here now are verified by nobody.
    expect(['approved', 'text_changed']).toContain(verdict);
    expect(published).toBe('card_incomplete');
  }
});

test('another meaning in the language of the network takes the card out of every deck until each text is verified anew', async () => {
  const network = await newNetwork();
  const team = await newCardTeam(network);
  const cardId = await newPublishedCard(network, team, { conceptKey: 'when_stolen' });
  const where = { network: network.code, cardId };
  const count = async () =>
    (await as(null).cards.pack({ network: network.code, language: 'ps' })).cards.length;
  const write = (text: string, version: number, isSameMeaning: boolean) =>
    as(team.coordinator).cards.write({ ...where, language: 'ro', text, version, isSameMeaning });
  const [first] = team.verifiers;

  await write('Când s-a întâmplat?', 1, true);
  await as(first).cards.approve({ ...where, language: 'ro', version: 2 });
  const sameMeaning = await count();
  await write('Unde s-a întâmplat?', 2, false);
  await as(first).cards.approve({ ...where, language: 'ro', version: 3 });
  const otherMeaning = await count();
  await as(first).cards.approve({ ...where, language: 'ps', version: 2 });

  expect([sameMeaning, otherMeaning, await count()]).toEqual([1, 0, 1]);
});

test('a card that is taken back leaves every deck and says so', async () => {
  const network = await newNetwork();
  const team = await newCardTeam(network);
  const cardId = await newPublishedCard(network, team, { conceptKey: 'when_stolen' });
  const where = { network: network.code, cardId };
  const deck = () => as(null).cards.pack({ network: network.code, language: 'ps' });

  await as(team.coordinator).cards.move({ ...where, move: 'revise' });
  const revised = await deck();
  await as(team.coordinator).cards.move({ ...where, move: 'publish' });
  const again = await deck();
  await as(team.verifiers[0]).cards.reject({ ...where, language: 'ps', version: 1, reason: 'Wrong word' });
  const rejected = await deck();

  expect([revised.cards.length, revised.withdrawn.length]).toEqual([0, 1]);
  expect([again.cards.length, again.withdrawn.length]).toEqual([1, 0]);
  expect([rejected.cards.length, rejected.withdrawn.length]).toEqual([0, 1]);
});

test('translators do not verify, verifiers verify their language, and a deck is one message', async () => {
  const network = await newNetwork();
  const team = await newCardTeam(network);
  const cardId = await newCard(network, team, { conceptKey: 'when_stolen' });
  const arabic = await newPerson(network, 'volunteer', null, { capabilities: ['translation_verifier:ar'] });
  const where = { network: network.code, cardId, language: 'ps' as const, version: 1 };

  expect([
    await refusal(as(team.translator).cards.approve(where)),
    await refusal(as(arabic).cards.approve(where)),
    await refusal(as(team.coordinator).cards.approve(where)),
    await refusal(as(team.translator).cards.write({ ...where, language: 'ro', text: 'Altceva' })),
  ]).toEqual(['not_allowed', 'language_not_yours', 'language_not_yours', 'not_allowed']);
  expect(
    await countStatements(() => as(null).cards.pack({ network: network.code, language: 'ps' })),
  ).toBeLessThanOrEqual(5);
});

test('a recording is heard once somebody else has listened to it, and goes with the words that it says', async () => {
  const network = await newNetwork();
  const team = await newCardTeam(network);
  const cardId = await newPublishedCard(network, team, { conceptKey: 'when_stolen' });
  const where = { network: network.code, cardId, language: 'ps' as const };
  const [first, second] = team.verifiers;
  const record = (by: TestPerson, bytes: Buffer, version = 1) =>
    as(by).cards.record({ ...where, version, content: oneFile(bytes) });
  const seen = async () =>
    (await as(first).cards.one(where)).texts.find(({ language }) => language === 'ps')?.recording;
  const deck = async () =>
    (await as(null).cards.pack({ network: network.code, language: 'ps' })).cards[0]?.recording ?? null;
  const bytes = wavOf(2);

  await record(first, bytes);
  const recordingId = (await seen())?.id ?? '';
  const heard = (who: TestPerson | null) => as(who).cards.recording({ network: network.code, recordingId });
  expect([await deck(), await refusal(heard(null))]).toEqual([null, 'not_found']);
  expect((await heard(team.translator)).mime).toBe('audio/wav');
  const confirm = (by: TestPerson) => as(by).cards.confirmRecording({ ...where, recordingId });
  expect(await refusal(confirm(first))).toBe('recording_own');
  expect(await refusal(confirm(team.coordinator))).toBe('language_not_yours');
  await confirm(second);
  expect(await deck()).toEqual({ id: recordingId, seconds: 2, bytes: bytes.length });
  expect(Buffer.from((await heard(null)).content, 'base64')).toEqual(bytes);

  await as(team.translator).cards.write({ ...where, text: 'کله؟', version: 1 });
  expect([await seen(), await refusal(heard(null)), await refusal(heard(first))]).toEqual([
    null,
    'not_found',
    'not_found',
  ]);
  expect(await refusal(record(first, bytes))).toBe('text_changed');
  await record(first, bytes, 2);
  await as(second).cards.removeRecording({ ...where, recordingId: (await seen())?.id ?? '' });
  expect(await seen()).toBeNull();

  expect([
    await refusal(record(first, Buffer.from('<script>alert(1)</script>'), 2)),
    await refusal(record(first, bytes.subarray(0, 9000), 2)),
    await refusal(record(first, wavOf(21), 2)),
    await refusal(record(first, wavOf(21, 48_000), 2)),
    await refusal(record(first, Buffer.alloc(0), 2)),
  ]).toEqual(['sound_type', 'sound_broken', 'recording_too_long', 'recording_too_large', 'file_empty']);
});

test('what a language weighs is told before it is kept, with its recordings and notes', async () => {
  const network = await newNetwork();
  const team = await newCardTeam(network, ['ps', 'de']);
  const cardId = await newPublishedCard(network, team, { conceptKey: 'when_stolen' });
  await newPublishedCard(network, team, { conceptKey: 'other', text: 'دا "کله" وشول؟' });
  const where = { network: network.code, cardId, language: 'ps' as const };
  const weights = async () => {
    const { languages } = await as(null).cards.overview({ network: network.code });
    const pack = await as(null).cards.pack({ network: network.code, language: 'ps' });
    return { told: languages[0]?.bytes, pack: Buffer.byteLength(JSON.stringify(pack)) };
  };
  const silent = await weights();
  await as(team.translator).cards.record({ ...where, version: 1, content: oneFile(wavOf(3)) });
  const card = await as(team.verifiers[0]).cards.one(where);
  const recordingId = card.texts.find(({ language }) => language === 'ps')?.recording?.id ?? '';
  await as(team.verifiers[0]).cards.confirmRecording({ ...where, recordingId });
  const spoken = await weights();

  const noted = { network: network.code, cardId, text: 'Când?', isReady: true };
  await as(team.coordinator).cards.write({
    ...noted,
    language: 'ro',
    version: 1,
    instruction: 'Fără „martori”.',
    isSameMeaning: true,
  });
  await as(team.verifiers[0]).cards.approve({ ...where, language: 'ro', version: 2 });
  await as(team.translator).cards.write({ ...noted, language: 'de', instruction: 'Ohne "Zeugen".' });
  await as(team.verifiers[0]).cards.approve({ ...where, language: 'de', version: 1 });
  const withNotes = await weights();

  expect(silent.told).toBe(silent.pack);
  expect(withNotes.pack).toBeGreaterThan(spoken.pack);
  expect(withNotes.told).toBe(withNotes.pack + wavOf(3).length);
  expect(spoken.told).toBe(spoken.pack + wavOf(3).length);
});

test('a note for the officer is in every deck in the languages in which it is verified, and leaves with its text', async () => {
  const network = await newNetwork();
  const team = await newCardTeam(network, ['ps', 'hu']);
  const cardId = await newPublishedCard(network, team, { conceptKey: 'when_stolen' });
  await newPublishedCard(network, team, { conceptKey: 'without' });
  const where = { network: network.code, cardId };
  const notes = async () => {
    const { cards } = await as(null).cards.pack({ network: network.code, language: 'ps' });
    return cards.map((card) => card.notes);
  };
  const [first, second] = team.verifiers;

  const text = 'Când s-a întâmplat?';
  const own = { ...where, language: 'ro' as const, text, instruction: 'Doar fără martori.', version: 1 };
  await as(team.coordinator).cards.write({ ...own, isSameMeaning: true });
  await as(first).cards.approve({ ...where, language: 'ro', version: 2 });
  const inHungarian = { ...where, language: 'hu' as const, text: 'Mikor történt?', isReady: true };
  await as(first).cards.write({ ...inHungarian, instruction: 'Csak tanúk nélkül.' });
  const unverified = await notes();
  await as(second).cards.approve({ ...where, language: 'hu', version: 1 });
  const verified = await notes();
  await as(first).cards.write({ ...inHungarian, instruction: 'Máskor.', version: 1 });
  const edited = await notes();

  expect(unverified).toEqual([{ ro: 'Doar fără martori.' }, {}]);
  expect(verified).toEqual([{ ro: 'Doar fără martori.', hu: 'Csak tanúk nélkül.' }, {}]);
  expect(edited).toEqual(unverified);
});

test('a note is written in a language in preparation, stays where it is not spoken of, and goes where it is emptied', async () => {
  const network = await newNetwork();
  const team = await newCardTeam(network);
  const cardId = await newCard(network, team, { conceptKey: 'when_stolen' });
  const where = { network: network.code, cardId };
  const { translator, coordinator } = team;
  await as(coordinator).translations.saveLevels({
    network: network.code,
    levels: [{ language: 'hu', level: 'prepared' }],
  });
  const seen = async (language: 'hu' | 'ps') => {
    const { noteLanguages, texts } = await as(translator).cards.one(where);
    return [
      noteLanguages.includes(language),
      texts.find((each) => each.language === language)?.instruction ?? null,
    ];
  };
  expect([await seen('hu'), await seen('ps')]).toEqual([
    [true, null],
    [false, ''],
  ]);

  const inHungarian = { ...where, language: 'hu' as const, text: 'Mikor történt?' };
  await as(translator).cards.write({ ...inHungarian, instruction: 'Csak tanúk nélkül.' });
  await as(translator).cards.write({ ...inHungarian, text: 'Mikor volt?', version: 1 });
  expect(await seen('hu')).toEqual([true, 'Csak tanúk nélkül.']);
  await as(translator).cards.write({ ...inHungarian, instruction: '', version: 2 });
  expect(await seen('hu')).toEqual([true, '']);

  // Where nobody reads it any more it can still be taken away.
  const inPashto = { ...where, language: 'ps' as const, text: 'کله؟' };
  await as(translator).cards.write({ ...inPashto, instruction: 'یوازې', version: 1 });
  expect(await seen('ps')).toEqual([true, 'یوازې']);
});

test('a card is found by a word of either text, whatever its marks', async () => {
  const network = await newNetwork();
  const team = await newCardTeam(network);
  await newCard(network, team, { conceptKey: 'first', text: 'غلا کله وشوه؟' });
  await newCard(network, team, { conceptKey: 'second', text: 'دا څوک دی؟' });
  const found = async (q: string) =>
    (await as(team.coordinator).cards.list({ network: network.code, language: 'ps', q })).cards.map(
      ({ conceptKey }) => conceptKey,
    );

  expect([await found('څوک'), await found('INTAMPLAT'), await found('first'), await found('100%')]).toEqual([
    ['second'],
    ['first', 'second'],
    ['first'],
    [],
  ]);
});
