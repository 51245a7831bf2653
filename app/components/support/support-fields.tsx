import type { FieldMetadata } from '@conform-to/react';
import type { Support } from '@tessera/core/support/schema.ts';
import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { z } from 'zod';
import { useFormats } from '~/components/use-formats.ts';
import { CheckboxField, SelectField } from '~/ui/choice-field.tsx';
import type { FieldProps } from '~/ui/field.tsx';
import { Folded } from '~/ui/folded.tsx';
import { TextField } from '~/ui/text-field.tsx';

export type SupportInput = z.input<typeof Support>;
type Fields = Record<keyof SupportInput, FieldMetadata<unknown>>;
const texts = ['childcare', 'dietary', 'travel', 'otherSupport'] as const;
const ticks = ['wheelchair', 'signLanguage'] as const;

/** The labels of the fields, under `prefix` where they stand in a row of a list. */
export function useSupportLabels(prefix = ''): Record<string, string> {
  const { t } = useTranslation('registration');
  return {
    ...Object.fromEntries([...ticks, ...texts].map((name) => [`${prefix}${name}`, t(`support.${name}`)])),
    [`${prefix}interpreter`]: t('support.interpreterLanguage'),
  };
}

/** What somebody needs in order to take part. Everything may stay empty. */
export function SupportFields({
  fields,
  field,
}: {
  fields: Fields;
  field: (which: FieldMetadata<unknown>) => FieldProps & { defaultValue?: string };
}) {
  const { t } = useTranslation('registration');
  const format = useFormats();
  const languages = spokenLanguages
    .map((value) => ({ value, label: format.language(value) }))
    .toSorted((a, b) => format.collator().compare(a.label, b.label));
  const optional = (which: FieldMetadata<unknown>) => ({ ...field(which), required: false });
  return (
    <div className="space-y-4">
      <div>
        {ticks.map((name) => (
          <CheckboxField
            key={name}
            {...optional(fields[name])}
            defaultChecked={fields[name].initialValue === 'on'}
          />
        ))}
      </div>
      <SelectField
        {...optional(fields.interpreter)}
        placeholder={t('support.noInterpreter')}
        options={languages}
      />
      {texts.map((name) => (
        <TextField key={name} {...optional(fields[name])} maxLength={300} autoComplete="off" />
      ))}
    </div>
  );
}

/** The same, folded up until it is wanted. */
export function FoldedSupport({
  title,
  days,
  ...rest
}: { title: string; days: number } & Parameters<typeof SupportFields>[0]) {
  const { t } = useTranslation('registration');
  const isFilled = Object.values(rest.fields).some(
    ({ initialValue, errors }) => Boolean(initialValue) || Boolean(errors?.length),
  );
  return (
    <Folded
      isOpen={isFilled}
      summary={title}
      summaryClass="link inline-flex min-h-11 items-center"
      className="mt-4"
    >
      <p className="mb-4 max-w-[36rem] text-sm text-muted">{t('support.privacy', { days })}</p>
      <SupportFields {...rest} />
    </Folded>
  );
}
