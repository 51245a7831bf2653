import type { FieldMetadata } from '@conform-to/react';
import type { AskedQuestion } from '@tessera/core/questions/form.server.ts';
import { visibleNames } from '@tessera/core/questions/rules.ts';
import { choicesOf, fieldOf, mostLetters } from '@tessera/core/questions/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { chosen } from '~/components/trainings/chosen.ts';
import { useHasScripts } from '~/components/use-has-scripts.ts';
import { CheckboxGroupField, RadioField, SelectField } from '~/ui/choice-field.tsx';
import type { FieldProps } from '~/ui/field.tsx';
import { DateTimeField, TextareaField, TextField } from '~/ui/text-field.tsx';
import { useAnswerWords } from './answer-words.ts';

type Field = (which: FieldMetadata<unknown>) => FieldProps & { defaultValue?: string };

/** The labels of the fields of questions, under `prefix` where they stand in a row of a list. */
export function answerLabels(questions: readonly AskedQuestion[], prefix = ''): Record<string, string> {
  return Object.fromEntries(questions.map(({ name, text }) => [`${prefix}${fieldOf(name)}`, text]));
}

/**
 * The questions of an event. With scripts a question appears when its condition holds; without, all stand there and say
 * when they are meant.
 */
export function QuestionFields({
  questions,
  fields,
  field,
  sealed = [],
}: {
  questions: readonly AskedQuestion[];
  fields: Record<string, FieldMetadata<unknown> | undefined>;
  field: Field;
  /** Names of the questions whose answer is kept sealed */
  sealed?: readonly string[];
}) {
  const hasScripts = useHasScripts();
  const { t } = useTranslation('answers');
  const condition = useCondition(questions);
  const visible = visibleNames(
    questions,
    Object.fromEntries(questions.map(({ name }) => [name, chosen(fields[fieldOf(name)]?.value)])),
  );
  return questions.map((question) => {
    const meta = fields[fieldOf(question.name)];
    if (!meta) return null;
    const isKept = sealed.includes(question.name);
    const hints = [
      question.help,
      !hasScripts && condition(question),
      question.kind === 'several' && t('form.several'),
      question.isSealed && t(isKept ? 'form.sealedKept' : 'form.sealed'),
    ].filter(Boolean);
    const props = field(meta);
    return (
      <div key={question.name} hidden={hasScripts && !visible.has(question.name)}>
        <OneField
          question={question}
          given={chosen(meta.initialValue)}
          field={{
            ...props,
            label: <span lang={question.language}>{question.text}</span>,
            hint: hints.length > 0 ? hints.join(' ') : undefined,
            required: question.isRequired && !isKept,
          }}
        />
      </div>
    );
  });
}

/** When a question is asked, in words; empty for one that always is. */
function useCondition(questions: readonly AskedQuestion[]) {
  const { t } = useTranslation('answers');
  const words = useAnswerWords();
  return ({ onlyIf, onlyIfValue }: AskedQuestion) => {
    const on = questions.find(({ name }) => name === onlyIf);
    if (!on) return '';
    return onlyIfValue === null
      ? t('form.onlyIf', { question: on.text })
      : t('form.onlyIfValue', { question: on.text, answer: words(on, onlyIfValue) });
  };
}

function OneField({
  question,
  given,
  field,
}: {
  question: AskedQuestion;
  given: readonly string[];
  field: FieldProps & { defaultValue?: string };
}) {
  const words = useAnswerWords();
  const { kind } = question;
  const options = choicesOf(question).map((value) => ({ value, label: words(question, value) }));
  const [first] = given;
  const typed = { ...field, defaultValue: first, autoComplete: 'off' };
  switch (kind) {
    case 'text':
      return <TextField {...typed} maxLength={mostLetters.text} />;
    case 'long_text':
      return <TextareaField {...typed} rows={4} maxLength={mostLetters.long_text} />;
    case 'number':
      return <TextField {...typed} inputMode="decimal" width="short" maxLength={20} />;
    case 'date':
      return <DateTimeField {...typed} withTime={false} />;
    case 'several':
      return <CheckboxGroupField {...field} options={options} defaultValue={given} />;
    case 'choice':
      // What may stay empty can be emptied again.
      return field.required && options.length <= 6 ? (
        <RadioField {...field} options={options} defaultValue={first} />
      ) : (
        <SelectField {...field} defaultValue={first} placeholder="–" options={options} />
      );
    case 'yes_no':
      return field.required ? (
        <RadioField {...field} options={options} defaultValue={first} />
      ) : (
        <SelectField {...field} defaultValue={first} placeholder="–" options={options} />
      );
    default:
      return kind satisfies never;
  }
}
