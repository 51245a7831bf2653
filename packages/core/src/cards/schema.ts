import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { z } from 'zod';
import { pictogramNames } from './pictograms.ts';
import {
  answerKinds,
  cardMoves,
  cardStates,
  countWords,
  mostChoices,
  mostLetters,
  mostWords,
  sides,
  situations,
  textStates,
} from './rules.ts';

const language = z.enum(spokenLanguages);
const words = (most: number) => z.string().trim().max(most).default('');
/** An empty field of a form is no choice. */
const none = (value: unknown) => (value === '' ? null : value);

const short = z
  .string()
  .trim()
  .min(1, 'validation.required')
  .max(mostLetters)
  .refine((text) => countWords(text) <= mostWords, { message: 'validation.tooManyWords' });

export const CardId = z.object({ cardId: z.uuid() });
export const TextId = CardId.extend({ language });

export const CardFields = z.object({
  side: z.enum(sides),
  answer: z.enum(answerKinds).default('none'),
  priority: z.number().int().min(0).max(99).default(0),
  pictogram: z.preprocess(none, z.enum(pictogramNames).nullish()).transform((value) => value ?? null),
  reviewBy: z
    .preprocess(none, z.iso.date('validation.invalidDate').nullish())
    .transform((value) => value ?? null),
});
export const NewCard = CardFields.extend({
  situation: z.enum(situations),
  conceptKey: z
    .string()
    .trim()
    .toLowerCase()
    .max(40)
    .regex(/^[a-z][a-z0-9_]*$/, 'validation.cardKey'),
  /** In the language of the network */
  text: short,
  instruction: words(200),
});
export const CardChange = CardFields.extend(CardId.shape);
const answers = z.array(z.uuid()).max(50);
export const CardChoices = CardId.extend({
  /** Cards of the situation `answers`, in the order in which they are shown */
  answerIds: answers
    .max(mostChoices, 'validation.tooManyChoices')
    .refine((ids) => new Set(ids).size === ids.length),
  /** Those that the person saw before the change */
  seenIds: answers,
});
export const CardStep = CardId.extend({ move: z.enum(cardMoves) });

export const TextWords = z.object({
  text: short,
  transliteration: words(200),
  instruction: words(200),
  /** The version that was changed; null where there was none. */
  version: z
    .number()
    .int()
    .min(1)
    .nullish()
    .transform((value) => value ?? null),
  /** It can be verified as it stands. */
  isReady: z.boolean().default(false),
  /** Of a text in the network's language: only its words are others, so what was verified in other languages still holds. */
  isSameMeaning: z.boolean().default(false),
});

export const TextFields = TextWords.extend({
  ...TextId.shape,
  /** Left out, what is noted stays. */
  instruction: z.string().trim().max(200).optional(),
});

/** The version is the one that was seen. */
export const TextVersion = TextId.extend({ version: z.number().int().min(1) });
export const TextRejection = TextVersion.extend({
  reason: z.string().trim().min(1, 'validation.required').max(500),
});

export const NewRecording = TextVersion.extend({
  /** The bytes as they come in; pages of the same process give them, no public interface can. */
  content: z.custom<AsyncIterable<Uint8Array>>(
    (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  ),
});
/** The recording that was heard, in the words that were seen. */
export const RecordingOfText = TextId.extend({ recordingId: z.uuid() });
export const RecordingId = z.object({ recordingId: z.uuid() });

const isPossible = ({ shown, understood }: { shown: number; understood: number }) => understood <= shown;
const impossible = { path: ['understood'], message: 'validation.moreThanShown' };
const testFields = z.object({
  language,
  testedOn: z.iso.date('validation.invalidDate'),
  shown: z.number().int().min(1).max(10_000),
  understood: z.number().int().min(0).max(10_000),
  remark: words(500),
});
export const FieldTestFields = testFields.refine(isPossible, impossible);
export const FieldTest = testFields.extend(CardId.shape).refine(isPossible, impossible);

export const PackLanguage = z.object({ language });

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(none, z.enum(values).nullish()).transform((value) => value ?? null);
/** What is no value leaves nothing out; `q` stands in one of the two texts, or in the key. */
export const CardFilter = z.object({
  situation: oneOf(situations),
  language: oneOf(spokenLanguages),
  state: oneOf(cardStates),
  textState: oneOf(['missing', ...textStates]),
  q: z
    .string()
    .trim()
    .max(100)
    .nullish()
    .transform((words) => words || null),
});
export const PictogramInput = z.object({ name: z.enum(pictogramNames) });
