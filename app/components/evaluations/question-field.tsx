import type { AskedQuestion } from '@tessera/core/evaluations/forms.server.ts';
import { scaleSteps } from '@tessera/core/evaluations/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { CheckboxGroupField, RadioField } from '~/ui/choice-field.tsx';
import { FieldGroup, type FieldProps } from '~/ui/field.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

type Given = readonly string[];

/** One question of a questionnaire with what was answered before a refusal. */
export function QuestionField({
  question,
  field,
  given,
}: {
  question: AskedQuestion;
  field: FieldProps;
  given: Given;
}) {
  const { t } = useTranslation('evaluations');
  const { kind, choices, words } = question;
  const options = choices.map((choice) => ({ value: choice, label: words[choice] ?? choice }));
  const [first] = given;
  switch (kind) {
    case 'scale':
      return <ScaleField field={field} words={words} given={first} />;
    case 'one':
      return <RadioField {...field} options={options} defaultValue={first} />;
    case 'several':
      return (
        <CheckboxGroupField {...field} hint={t('answer.several')} options={options} defaultValue={given} />
      );
    case 'text':
      return (
        <TextareaField
          {...field}
          hint={t('answer.noNames')}
          rows={3}
          maxLength={1000}
          defaultValue={first}
          autoComplete="off"
        />
      );
    default:
      return kind satisfies never;
  }
}

/** Five steps side by side, the words of both ends below. */
function ScaleField({
  field,
  words,
  given,
}: {
  field: FieldProps;
  words: Record<string, string>;
  given: string | undefined;
}) {
  return (
    <FieldGroup {...field}>
      <div className="grid grid-cols-5 gap-2">
        {scaleSteps.map((step) => (
          <label
            key={step}
            className="tile flex min-h-12 cursor-pointer items-center justify-center gap-2 border border-edge bg-raised font-semibold tabular-nums has-checked:border-accent has-checked:shadow-[inset_0_0_0_1px_var(--accent)]"
          >
            <input
              type="radio"
              id={`${field.id}-${step}`}
              name={field.name}
              value={step}
              defaultChecked={given === step}
              required={field.required || undefined}
              className="tick mt-0"
            />
            {step}
            {words[step] && <span className="sr-only">({words[step]})</span>}
          </label>
        ))}
      </div>
      <p aria-hidden className="flex justify-between gap-4 text-sm text-muted">
        <span>{words[scaleSteps[0]]}</span>
        <span className="text-end">{words[scaleSteps[4]]}</span>
      </p>
    </FieldGroup>
  );
}
