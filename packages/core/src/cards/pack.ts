import type { AnswerKey, AnswerKind, DeckSituation, Side } from './rules.ts';

export type PackCard = {
  id: string;
  situation: DeckSituation;
  side: Side;
  answer: AnswerKind;
  priority: number;
  /** A key of `pictograms` */
  pictogram: string;
  /** The text in the host language */
  host: string;
  /** The same in the language of the deck */
  text: string;
  transliteration: string | null;
  /** For whoever shows it, by the language in which it is written: when to ask, when not, what to do with the answer */
  notes: Record<string, string>;
  /** Somebody who says the text; without one a voice of the device does. */
  recording: { id: string; seconds: number; bytes: number } | null;
  /** Words to point at, keys of the pack's `choices`, in their order; the last one is for whatever else it is. */
  choices: string[];
};

/** A word to point at beneath cards */
export type PackChoice = Pick<PackCard, 'pictogram' | 'host' | 'text' | 'transliteration'>;

/** A deck in two languages, as it can be carried away: all that is needed to show its cards without a network. */
export type CardPack = {
  /** The same as long as everything here is the same */
  version: string;
  network: { code: string; name: string };
  host: string;
  language: string;
  numbers: { number: string; label: string }[];
  /** In the order in which they are shown */
  cards: PackCard[];
  pictograms: Record<string, { svg: string; alt: Record<string, string> }>;
  /** Words to point at beneath the cards that name them, by the id of their card */
  choices: Record<string, PackChoice>;
  /** Yes, no and what is neither; null where one of the two languages is not verified. */
  answers: Record<AnswerKey, { host: string; text: string } | null>;
  /** Cards, and words to point at, that were in this deck and are not any more */
  withdrawn: { id: string; at: string }[];
};

/** The languages besides the host's that have a deck. */
export type CardLanguages = { host: string; languages: { language: string; cards: number }[] };
