/** The nine situations that the cards are made for; what is covered is counted over these. */
export const namedSituations = [
  'health_problem',
  'pregnancy',
  'birth',
  'loss',
  'abduction',
  'theft',
  'threat',
  'violence',
  'report_risk',
] as const;
/** Those of a deck. */
export const deckSituations = [...namedSituations, 'general'] as const;
/** `answers` holds the words to point at, beneath a card; they go the same way and are no cards of a deck. */
export const situations = [...deckSituations, 'answers'] as const;
export type Situation = (typeof situations)[number];
export type DeckSituation = (typeof deckSituations)[number];

/** The words to point at, by the key of their card. */
export const answerKeys = ['yes', 'no', 'dont_know'] as const;
export type AnswerKey = (typeof answerKeys)[number];
/** The word for whatever is not among the choices of a card; it is the last of them by itself. */
export const elseKey = 'something_else';
/** How many words to point at a card names at most, beside that one. */
export const mostChoices = 12;

export const sides = ['person_to_helper', 'helper_to_person', 'both'] as const;
export type Side = (typeof sides)[number];
export const answerKinds = [
  'yes_no',
  'point_body',
  'point_list',
  'number',
  'time',
  'language',
  'none',
] as const;
export type AnswerKind = (typeof answerKinds)[number];

export const cardStates = [
  'draft',
  'pictogram_ok',
  'translating',
  'field_test',
  'published',
  'revision_due',
  'retired',
] as const;
export type CardState = (typeof cardStates)[number];

export const cardMoves = ['accept_pictogram', 'translate', 'test', 'publish', 'revise', 'retire'] as const;
export type CardMove = (typeof cardMoves)[number];

const moves: Record<CardState, Partial<Record<CardMove, CardState>>> = {
  draft: { accept_pictogram: 'pictogram_ok', retire: 'retired' },
  pictogram_ok: { translate: 'translating', retire: 'retired' },
  translating: { test: 'field_test', retire: 'retired' },
  field_test: { publish: 'published', translate: 'translating', retire: 'retired' },
  published: { revise: 'revision_due', retire: 'retired' },
  revision_due: { publish: 'published', translate: 'translating', retire: 'retired' },
  retired: {},
};

/** Where a move leads, or null when it cannot be made. */
export function cardStateAfter(state: CardState, move: CardMove): CardState | null {
  return moves[state][move] ?? null;
}

export function cardMovesFrom(state: CardState): CardMove[] {
  return cardMoves.filter((move) => moves[state][move]);
}

export const textStates = ['draft', 'reviewed', 'verified', 'rejected'] as const;
export type TextState = (typeof textStates)[number];

/** What was read through once stays read; what was verified, or never read, has to be looked at (again). */
export function textStateAfterEdit(state: TextState | null, isReady: boolean): TextState {
  return isReady || state === 'reviewed' || state === 'verified' ? 'reviewed' : 'draft';
}

/** When the meaning of a card changes, nothing that was verified for the old one still is. */
export function textStateAfterNewMeaning(state: TextState): TextState {
  return state === 'verified' ? 'reviewed' : state;
}

/** Read through by somebody, and ready for the verdict of those who know the language. */
export function mayReview(state: TextState): boolean {
  return state === 'draft';
}

/** Situations of medicine and violence */
export const needTwo: readonly Situation[] = [
  'health_problem',
  'pregnancy',
  'birth',
  'abduction',
  'threat',
  'violence',
];

/** How many people verify a text of this situation: medicine and violence take two. */
export function verifiersNeeded(situation: Situation): 1 | 2 {
  return needTwo.includes(situation) ? 2 : 1;
}

/** The same of a card with the cards that name it as a word to point at: the strictest of them counts. */
export function verifiersNeededFor(card: {
  situation: Situation;
  conceptKey: string;
  namedIn: readonly Situation[];
}): 1 | 2 {
  // It stands beneath every card that has choices.
  const isEverywhere = card.situation === 'answers' && card.conceptKey === elseKey;
  const areTwo =
    isEverywhere || [card.situation, ...card.namedIn].some((each) => verifiersNeeded(each) === 2);
  return areTwo ? 2 : 1;
}

/** Where a text stands once so many people have approved of this version. What was shown with fewer stays. */
export function textStateAfterApproval(before: TextState, needed: number, approvals: number): TextState {
  return before === 'verified' || approvals >= needed ? 'verified' : 'reviewed';
}

export type Refusal = 'text_not_reviewed' | 'text_own' | 'verdict_given' | 'language_not_yours';

/**
 * Why somebody may not approve of a text, or null: it has to be read through, it is not their own, they said nothing of
 * this version yet, and they know the language. A verified one takes another person where more are asked for by now.
 */
export function approvalRefused(
  text: { state: TextState; language: string; writtenById: string | null; approvals: number },
  verifier: { personId: string; languages: readonly string[]; hasSpoken: boolean },
  needed: number,
): Refusal | null {
  const waits = text.state === 'reviewed' || (text.state === 'verified' && text.approvals < needed);
  if (!verifier.languages.includes(text.language)) return 'language_not_yours';
  if (text.writtenById === verifier.personId) return 'text_own';
  if (!waits) return 'text_not_reviewed';
  return verifier.hasSpoken ? 'verdict_given' : null;
}

/** A doubt is enough: whoever knows the language, or answers for the cards, takes a text back that nobody took back yet. */
export function mayReject(state: TextState): boolean {
  return state === 'reviewed' || state === 'verified';
}

/** Only what is verified in both languages is shown; there is no other text that could stand for it. */
export function isShown(card: CardState, host: TextState | null, text: TextState | null): boolean {
  return card === 'published' && host === 'verified' && text === 'verified';
}

export const partsOfCard = ['pictogram', 'host', 'other'] as const;
export type PartOfCard = (typeof partsOfCard)[number];

/** What a card still lacks before it can be published. */
export function lackingForPublication(
  card: { hasPictogram: boolean; texts: readonly { language: string; state: TextState }[] },
  host: string,
): PartOfCard[] {
  const verified = card.texts.filter(({ state }) => state === 'verified').map(({ language }) => language);
  const has: Record<PartOfCard, boolean> = {
    pictogram: card.hasPictogram,
    host: verified.includes(host),
    other: verified.some((language) => language !== host),
  };
  return partsOfCard.filter((part) => !has[part]);
}

/** Cards are read at a glance, also by those who read with effort. */
export const mostWords = 12;
export const mostLetters = 120;

export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A deck is done when nine of ten published cards can be shown in it. */
export function isDeckVerified(shown: number, published: number): boolean {
  return published > 0 && shown * 10 >= published * 9;
}

/** Situations with a card in at least two languages, of the named ones. */
export function situationsCovered(cards: readonly { situation: Situation; languages: number }[]): number {
  return namedSituations.filter((named) =>
    cards.some(({ situation, languages }) => situation === named && languages >= 2),
  ).length;
}

/** A card says one thing, so a recording is short; all of a deck have to lie on a phone. */
export const mostRecordingBytes = 300_000;
export const mostRecordingSeconds = 20;

/**
 * Why somebody may not confirm that a recording says what stands there, or null: they know the language, and it is not
 * their own voice. What is heard is as good as what is read only where somebody has listened to it.
 */
export function confirmationRefused(
  recording: { isConfirmed: boolean; recordedById: string | null; language: string },
  listener: { personId: string; languages: readonly string[] },
): 'language_not_yours' | 'recording_own' | 'verdict_given' | null {
  if (!listener.languages.includes(recording.language)) return 'language_not_yours';
  if (recording.recordedById === listener.personId) return 'recording_own';
  return recording.isConfirmed ? 'verdict_given' : null;
}

/** What is noted for whoever shows a card: in their own language, else in the one of the network, else nothing. */
export function noteFor(
  notes: Readonly<Record<string, string>>,
  reader: string,
  host: string,
): { language: string; text: string } | null {
  const language = [reader, host].find((each) => notes[each]);
  return language === undefined ? null : { language, text: notes[language] ?? '' };
}
