import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  approvalRefused,
  type CardMove,
  type CardState,
  cardMoves,
  cardMovesFrom,
  cardStateAfter,
  cardStates,
  countWords,
  elseKey,
  isDeckVerified,
  isShown,
  lackingForPublication,
  mayReject,
  namedSituations,
  noteFor,
  situations,
  situationsCovered,
  textStateAfterApproval,
  textStateAfterEdit,
  textStateAfterNewMeaning,
  textStates,
  verifiersNeeded,
  verifiersNeededFor,
} from './rules.ts';

const textState = fc.constantFrom(...textStates);

test('a card is published only from its field test or its revision, and what is retired stays so', () => {
  const before = (state: CardState) =>
    cardStates.filter((from) => cardMovesFrom(from).some((move) => cardStateAfter(from, move) === state));

  expect(before('published')).toEqual(['field_test', 'revision_due']);
  expect(cardMovesFrom('retired')).toEqual([]);
});

test('whatever is done with a card, it is published only right after it was published', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...cardMoves)), (moves) => {
      let state: CardState = 'draft';
      let last: CardMove | null = null;
      for (const move of moves) {
        const next = cardStateAfter(state, move);
        if (next) [state, last] = [next, move];
      }
      expect(state === 'published').toBe(last === 'publish');
    }),
  );
});

test('no edit, no new meaning and no single voice on medicine or violence leaves a text verified', () => {
  fc.assert(
    fc.property(textState, fc.boolean(), (state, isReady) => {
      expect(textStateAfterEdit(state, isReady)).not.toBe('verified');
      expect(textStateAfterNewMeaning(state)).not.toBe('verified');
    }),
  );
  for (const situation of ['health_problem', 'pregnancy', 'birth', 'violence'] as const)
    expect([
      verifiersNeeded(situation),
      textStateAfterApproval('reviewed', verifiersNeeded(situation), 1),
    ]).toEqual([2, 'reviewed']);
  expect(textStateAfterApproval('reviewed', verifiersNeeded('theft'), 1)).toBe('verified');
});

test('a text is verified exactly with as many approvals as its situation asks for', () => {
  fc.assert(
    fc.property(fc.constantFrom(...situations), fc.integer({ min: 0, max: 5 }), (situation, approvals) => {
      const isVerified =
        textStateAfterApproval('reviewed', verifiersNeeded(situation), approvals) === 'verified';
      expect(isVerified).toBe(approvals >= verifiersNeeded(situation));
    }),
  );
});

test('a word to point at takes as many people as the strictest card that names it', () => {
  const word = (namedIn: ('theft' | 'birth')[], conceptKey = 'phone') =>
    verifiersNeededFor({ situation: 'answers', conceptKey, namedIn });

  expect([word([]), word(['theft']), word(['theft', 'birth']), word([], elseKey)]).toEqual([1, 1, 2, 2]);
  // What was shown with fewer stays where they are enough.
  expect(textStateAfterApproval('verified', 2, 1)).toBe('verified');
});

test('what was verified falls back to reviewed when it is edited; a draft and a rejected text stay to be read', () => {
  expect(textStates.map((state) => textStateAfterEdit(state, false))).toEqual([
    'draft',
    'reviewed',
    'reviewed',
    'draft',
  ]);
  expect(textStateAfterEdit(null, false)).toBe('draft');
});

test('nobody approves of their own text, of a language they do not verify, or twice; nor of what nobody read', () => {
  const text = { state: 'reviewed' as const, language: 'ps', writtenById: 'a', approvals: 0 };
  const verifier = { personId: 'b', languages: ['ps'], hasSpoken: false };

  expect([
    approvalRefused(text, verifier, 1),
    approvalRefused(text, { ...verifier, personId: 'a' }, 1),
    approvalRefused(text, { ...verifier, languages: ['prs'] }, 1),
    approvalRefused(text, { ...verifier, hasSpoken: true }, 1),
    approvalRefused({ ...text, state: 'draft' }, verifier, 1),
    approvalRefused({ ...text, state: 'verified', approvals: 1 }, verifier, 1),
    approvalRefused({ ...text, state: 'verified', approvals: 1 }, verifier, 2),
  ]).toEqual([
    null,
    'text_own',
    'language_not_yours',
    'verdict_given',
    'text_not_reviewed',
    'text_not_reviewed',
    null,
  ]);
  expect(textStates.filter(mayReject)).toEqual(['reviewed', 'verified']);
});

test('a card is shown in a language when it is published and verified in both, and never else', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...cardStates),
      fc.option(textState),
      fc.option(textState),
      (card, host, text) => {
        expect(isShown(card, host, text)).toBe(
          card === 'published' && host === 'verified' && text === 'verified',
        );
      },
    ),
  );
});

test('publishing asks for a pictogram, the own language and one more', () => {
  const verified = (language: string) => ({ language, state: 'verified' as const });

  expect([
    lackingForPublication({ hasPictogram: false, texts: [] }, 'bg'),
    lackingForPublication({ hasPictogram: true, texts: [verified('bg')] }, 'bg'),
    lackingForPublication(
      { hasPictogram: true, texts: [verified('bg'), { ...verified('ps'), state: 'reviewed' }] },
      'bg',
    ),
    lackingForPublication({ hasPictogram: true, texts: [verified('bg'), verified('ps')] }, 'bg'),
  ]).toEqual([['pictogram', 'host', 'other'], ['other'], ['other'], []]);
});

test('a deck of 54 of 60 is verified, one of 53 is not; situations count with two languages, and general does not', () => {
  expect([isDeckVerified(54, 60), isDeckVerified(53, 60), isDeckVerified(0, 0)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(situationsCovered(situations.map((situation) => ({ situation, languages: 2 })))).toBe(9);
  expect(situationsCovered([{ situation: 'theft', languages: 1 }])).toBe(0);
  expect(namedSituations).toHaveLength(9);
});

test('words are counted as they are read, whatever the script', () => {
  expect([
    countWords('Do you have pain? 0 – 10'),
    countWords('أتصل بالرقم 112. سيارة الإسعاف قادمة.'),
    countWords('  '),
  ]).toEqual([6, 6, 0]);
});

test('a note is read in the own language, else in that of the network, and in no other', () => {
  const notes = { bg: 'Насаме.', en: 'In private.', de: '' };

  expect(noteFor(notes, 'en', 'bg')).toEqual({ language: 'en', text: 'In private.' });
  expect(noteFor(notes, 'de', 'bg')).toEqual({ language: 'bg', text: 'Насаме.' });
  expect(noteFor({ en: 'In private.' }, 'de', 'bg')).toBeNull();
  expect(noteFor({}, 'en', 'bg')).toBeNull();
});
