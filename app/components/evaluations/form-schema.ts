import type { QuestionDraft } from '@tessera/core/evaluations/drafts.ts';
import { questionKinds } from '@tessera/core/evaluations/terms.ts';
import { type Language, languages } from '@tessera/i18n/languages.ts';
import { z } from 'zod';

const words = (most: number) => z.string().max(most).optional();
const perLanguage = Object.fromEntries(
  languages.flatMap((language) => [
    [`text_${language}`, words(300)],
    [`choices_${language}`, words(1500)],
  ]),
) as Record<`${'text' | 'choices'}_${Language}`, ReturnType<typeof words>>;

const Draft = z.object({
  name: z.string().max(40).optional(),
  kind: z.enum(questionKinds),
  position: z.number().int().min(1).max(99),
  isRequired: z.boolean().default(false),
  isRemoved: z.boolean().default(false),
  ...perLanguage,
});

/** The form of the questions of one level, one row for each and one for a new one. */
export const QuestionForm = z.object({ questions: z.array(Draft).max(21) });

/** A row of the form as the core takes it. */
export function draftOf(row: z.output<typeof Draft>): QuestionDraft {
  const { name = '', kind, position, isRequired, isRemoved } = row;
  const texts = Object.fromEntries(
    languages.map((language) => [
      language,
      { text: row[`text_${language}`] ?? '', choices: row[`choices_${language}`] ?? '' },
    ]),
  );
  return { name, kind, position, isRequired, isRemoved, texts };
}
