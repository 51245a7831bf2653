import type { SeatQuestion } from '@tessera/core/questions/schema.ts';
import { seatQuestionKinds } from '@tessera/core/questions/terms.ts';
import { type Language, languages } from '@tessera/i18n/languages.ts';
import { z } from 'zod';

const words = (most: number) => z.string().max(most).optional();
const perLanguage = Object.fromEntries(
  languages.flatMap((language) => [
    [`text_${language}`, words(300)],
    [`help_${language}`, words(500)],
    [`choices_${language}`, words(3000)],
  ]),
) as Record<`${'text' | 'help' | 'choices'}_${Language}`, ReturnType<typeof words>>;

/** One question as its form sends it; the condition is the name of a question, with `=` and an answer where one is meant. */
export const QuestionForm = z.object({
  name: z
    .string()
    .regex(/^([a-z][a-z0-9_]{0,39})?$/)
    .default(''),
  kind: z.enum(seatQuestionKinds),
  condition: z.string().max(90).default(''),
  isRequired: z.boolean().default(false),
  forOrganiser: z.boolean().default(false),
  isSealed: z.boolean().default(false),
  keptDays: z.number().int().min(0).max(3650).optional(),
  ...perLanguage,
});
export type QuestionFormInput = z.input<typeof QuestionForm>;

/** The same as the core takes it. */
export function questionOfForm({ condition, ...typed }: z.output<typeof QuestionForm>) {
  const { name, kind, isRequired, forOrganiser, isSealed, keptDays } = typed;
  const [onlyIf = '', onlyIfValue = ''] = condition.split('=');
  const texts = Object.fromEntries(
    languages.map((language) => [
      language,
      {
        text: typed[`text_${language}`] ?? '',
        help: typed[`help_${language}`] ?? '',
        choices: typed[`choices_${language}`] ?? '',
      },
    ]),
  );
  return { name, kind, isRequired, forOrganiser, isSealed, keptDays, onlyIf, onlyIfValue, texts };
}

/** The fields of a question that exists. */
export function fieldsOfQuestion(question: Omit<SeatQuestion, 'id' | 'changedIn'>): QuestionFormInput {
  const { name, kind, onlyIf, onlyIfValue, keptDays, texts } = question;
  const tick = (isOn: boolean) => (isOn ? 'on' : '') as unknown as boolean;
  return {
    name,
    kind,
    condition: onlyIf === null ? '' : onlyIfValue === null ? onlyIf : `${onlyIf}=${onlyIfValue}`,
    isRequired: tick(question.isRequired),
    forOrganiser: tick(question.forOrganiser),
    isSealed: tick(question.isSealed),
    ...(keptDays === null ? {} : { keptDays }),
    ...Object.fromEntries(
      Object.entries(texts).flatMap(([language, said]) =>
        said
          ? [
              [`text_${language}`, said.text],
              [`help_${language}`, said.help],
              [`choices_${language}`, said.choices.join('\n')],
            ]
          : [],
      ),
    ),
  };
}
