import type { FieldMetadata } from '@conform-to/react';
import { type QuestionKind, questionKinds } from '@tessera/core/evaluations/terms.ts';
import { isLanguage } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { CheckboxField, SelectField } from '~/ui/choice-field.tsx';
import type { FieldProps } from '~/ui/field.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';

type Field = (which: FieldMetadata<unknown>) => FieldProps & { defaultValue?: string };

/** The fields of one question: its words in each language of the network, its place, and what it asks for. */
export function QuestionDraftFields({
  row,
  field,
  kind,
  languages,
}: {
  row: FieldMetadata<Record<string, unknown>>;
  field: Field;
  /** Null for a new question, whose kind can be chosen */
  kind: QuestionKind | null;
  languages: readonly string[];
}) {
  const { t } = useTranslation('evaluations');
  const format = useFormats();
  const fields = row.getFieldset() as Record<string, FieldMetadata<unknown>>;
  const propsOf = (name: string) => {
    const meta = fields[name];
    if (!meta) throw new Error(`no field ${name}`);
    return field(meta);
  };
  const isTicked = (name: string) => fields[name]?.initialValue === 'on';
  return (
    <div className="space-y-6">
      {kind === null ? (
        <SelectField
          {...propsOf('kind')}
          label={t('form.kind')}
          options={questionKinds.map((each) => ({ value: each, label: t(`form.kinds.${each}`) }))}
        />
      ) : (
        <>
          <input type="hidden" name={fields.name?.name} defaultValue={propsOf('name').defaultValue} />
          <input type="hidden" name={fields.kind?.name} value={kind} />
          <p className="text-sm text-muted">{t(`form.kinds.${kind}`)}</p>
        </>
      )}
      {languages.filter(isLanguage).map((language) => {
        const named = { language: format.language(language) };
        return (
          <div key={language} className="space-y-4">
            <TextField
              {...propsOf(`text_${language}`)}
              label={t('form.text', named)}
              required={false}
              lang={language}
              maxLength={300}
            />
            {kind !== 'text' && (
              <TextareaField
                {...propsOf(`choices_${language}`)}
                label={t('form.choices', named)}
                hint={t(kind === 'scale' ? 'form.endsHint' : 'form.choicesHint')}
                required={false}
                lang={language}
                rows={kind === 'scale' ? 2 : 4}
              />
            )}
          </div>
        );
      })}
      <TextField
        {...propsOf('position')}
        label={t('form.position')}
        type="number"
        inputMode="numeric"
        min={1}
        width="short"
      />
      <div>
        <CheckboxField
          {...propsOf('isRequired')}
          label={t('form.required')}
          defaultValue={undefined}
          defaultChecked={isTicked('isRequired')}
          required={false}
        />
        {kind !== null && (
          <CheckboxField
            {...propsOf('isRemoved')}
            label={t('form.remove')}
            defaultValue={undefined}
            defaultChecked={isTicked('isRemoved')}
            required={false}
          />
        )}
      </div>
    </div>
  );
}
