import type { AskedQuestion } from '@tessera/core/questions/form.server.ts';
import { choicesOf, isCountable, seatQuestionKinds } from '@tessera/core/questions/terms.ts';
import { isLanguage } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { CheckboxField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';
import { ticked } from '~/ui/ticked.ts';
import { useAnswerWords } from './answer-words.ts';
import type { QuestionFormInput } from './question-form-schema.ts';

/** Asks for a question: its words in each language of the network, the kind of answer, and when it is asked. */
export function QuestionEditForm({
  back,
  languages,
  earlier,
  defaultValue,
  isNew,
}: {
  back: string;
  languages: readonly string[];
  /** The questions before it, which it can depend on */
  earlier: readonly AskedQuestion[];
  defaultValue: QuestionFormInput;
  isNew: boolean;
}) {
  const { t } = useTranslation('answers');
  const format = useFormats();
  const conditions = useConditions(earlier);
  const spoken = languages.filter(isLanguage);
  const state = useTesseraForm<QuestionFormInput>({
    id: 'question',
    labels: {
      name: t('question.name'),
      kind: t('question.kind'),
      condition: t('question.condition'),
      isRequired: t('question.isRequired'),
      forOrganiser: t('question.forOrganiser'),
      isSealed: t('question.isSealed'),
      keptDays: t('question.keptDays'),
      ...Object.fromEntries(
        spoken.flatMap((language) => {
          const named = { language: format.language(language) };
          return [
            [`text_${language}`, t('question.text', named)],
            [`help_${language}`, t('question.help', named)],
            [`choices_${language}`, t('question.choices', named)],
          ];
        }),
      ),
    },
    hints: {
      name: t('question.nameHint'),
      forOrganiser: t('question.forOrganiserHint'),
      isSealed: t('question.isSealedHint'),
      keptDays: t('question.keptDaysHint'),
    },
    optional: ['name', 'keptDays'],
    defaultValue,
  });
  const { field } = state;
  return (
    <TesseraForm state={state}>
      <SelectField
        {...field('kind')}
        options={seatQuestionKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      {spoken.map((language) => (
        <div key={language} className="space-y-4 border-s-2 border-edge ps-4">
          <TextField {...field(`text_${language}`)} required={false} lang={language} maxLength={300} />
          <TextField {...field(`help_${language}`)} required={false} lang={language} maxLength={500} />
          <TextareaField
            {...field(`choices_${language}`)}
            hint={t('question.choicesHint')}
            required={false}
            lang={language}
            rows={4}
          />
        </div>
      ))}
      <SelectField {...field('condition')} required placeholder={t('question.always')} options={conditions} />
      <div>
        <CheckboxField {...ticked(field('isRequired'))} />
        <CheckboxField {...ticked(field('forOrganiser'))} />
        <CheckboxField {...ticked(field('isSealed'))} />
      </div>
      <TextField {...field('keptDays')} type="number" inputMode="numeric" min={0} max={3650} width="short" />
      {isNew ? (
        <TextField {...field('name')} autoComplete="off" maxLength={40} width="medium" />
      ) : (
        <input type="hidden" name="name" value={defaultValue.name} />
      )}
      <FormEnd back={back} isPending={state.isPending}>
        {t('question.save')}
      </FormEnd>
    </TesseraForm>
  );
}

// Whether it is answered at all, or one of the answers that there are. What lies sealed decides nothing.
function useConditions(earlier: readonly AskedQuestion[]) {
  const { t } = useTranslation('answers');
  const words = useAnswerWords();
  return earlier
    .filter(({ isSealed }) => !isSealed)
    .flatMap((question) => [
      { value: question.name, label: t('form.onlyIf', { question: question.text }) },
      ...(isCountable(question) ? choicesOf(question) : []).map((choice) => ({
        value: `${question.name}=${choice}`,
        label: t('form.onlyIfValue', { question: question.text, answer: words(question, choice) }),
      })),
    ]);
}
