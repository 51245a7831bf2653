import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { z } from 'zod';
import { textKinds } from '../translations/kinds.ts';
import { mostCharacters } from './machine/rules.ts';

const Flag = z
  .union([z.boolean(), z.literal('on')])
  .nullish()
  .transform(Boolean);

export const LanguagePair = z.object({
  sourceLanguage: z.enum(spokenLanguages),
  language: z.enum(spokenLanguages),
});

export const NewTranslationFile = z.object({
  name: z.string().trim().min(1).max(200),
  /** The bytes as they come in; pages of the same process give them, no public interface can. */
  content: z.custom<AsyncIterable<Uint8Array>>(
    (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  ),
});

export const TranslationFileId = z.object({ fileId: z.uuid() });

export const MachineWish = z.object({
  language: z.enum(spokenLanguages),
  /** Also what is hard to read, and so comes out badly */
  withHard: Flag,
  /** Of the form: sent twice, it asks once */
  requestKey: z.uuid(),
});

export const MachineRules = z.object({
  /** Of a year; none switches it off */
  characters: z.coerce.number().int().min(0).max(mostCharacters),
  /** Kinds of which also what only members read is translated */
  internal: z
    .array(z.enum(textKinds))
    .nullish()
    .transform((kinds) => kinds ?? []),
});
