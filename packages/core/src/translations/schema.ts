import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { z } from 'zod';
import { textKinds } from './kinds.ts';
import { languageLevels, translationStates } from './rules.ts';

const words = z
  .string()
  .max(20_000)
  .transform((value) => value.replaceAll('\r\n', '\n').trim());

/**
 * What a form saw of each text when it was opened: a language, the version of its text and a digest of the words, without one
 * where there was no text. Who leaves all of it out writes all languages anew.
 */
export const SeenTexts = z
  .array(z.string().regex(/^[a-z-]{2,8}\.\d{1,9}\.[\w-]{0,24}$/))
  .max(60)
  .optional();

export const TextOwner = z.object({ kind: z.enum(textKinds), objectId: z.uuid() });
export const TextPlace = TextOwner.extend({ language: z.enum(spokenLanguages) });

/** When the text or the draft was changed last, as it was read; left out by who does not mind */
const seenChange = z.string().max(40).optional();

export const DraftPlace = TextPlace.extend({ seenChange });

export const TextWriting = TextPlace.extend({
  fields: z.record(z.string().max(40), words),
  /** The version of the source text that one had before one's eyes */
  seenSourceVersion: z.number().int().min(1),
  /** The language of that source text; left out by who knows of one only */
  seenSourceLanguage: z.enum(spokenLanguages).optional(),
  seenChange,
  /** A change of words that no translation of this text has to follow */
  isMinor: z.boolean().default(false),
  /** Kept as a draft that nobody reads yet */
  isDraft: z.boolean().default(false),
});

export const TranslationSearch = z.object({
  language: z.enum(spokenLanguages).or(z.literal('')).default(''),
  kind: z.enum(textKinds).or(z.literal('')).default(''),
  /** `open` is everything that is not current */
  state: z
    .enum([...translationStates, 'open'])
    .or(z.literal(''))
    .default('open'),
  /** Only what everybody reads */
  isPublic: z.boolean().default(false),
  q: z.string().trim().max(100).default(''),
  page: z.number().int().min(1).max(100_000).default(1),
});

export const NextText = TranslationSearch.pick({ language: true });

export const LevelChoice = z.object({
  levels: z
    .array(z.object({ language: z.enum(spokenLanguages), level: z.enum(languageLevels) }))
    .max(60)
    .refine((all) => new Set(all.map(({ language }) => language)).size === all.length),
});

export const TreeChoice = z.object({
  branches: z
    .array(
      z.object({
        language: z.enum(spokenLanguages),
        source: z
          .enum(spokenLanguages)
          .or(z.literal(''))
          .nullish()
          .transform((value) => value ?? ''),
      }),
    )
    .max(40)
    .refine((all) => new Set(all.map(({ language }) => language)).size === all.length),
});
