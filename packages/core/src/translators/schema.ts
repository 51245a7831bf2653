import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { z } from 'zod';

export const LanguagePair = z.object({ from: z.enum(spokenLanguages), language: z.enum(spokenLanguages) });

export const NewTranslationFile = z.object({
  name: z.string().trim().min(1).max(200),
  /** The bytes as they come in; pages of the same process give them, no public interface can. */
  content: z.custom<AsyncIterable<Uint8Array>>(
    (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  ),
});

export const TranslationFileId = z.object({ fileId: z.uuid() });
