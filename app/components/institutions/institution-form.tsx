import { useTranslation } from '@tessera/i18n/react.tsx';
import type { ReactNode } from 'react';
import { useFormats } from '~/components/use-formats.ts';
import { CheckboxGroupField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Section } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';
import type { InstitutionFormInput } from './institution-form-schema.ts';
import { useCountries, useKinds } from './words.ts';

type Choices = { languages: readonly string[]; parents: readonly { value: string; label: string }[] };

/** Everything that stands on the public card. */
export function InstitutionForm({
  values,
  choices,
  submitLabel,
  backTo,

  children,
}: {
  values: Partial<Record<keyof InstitutionFormInput, unknown>>;
  choices: Choices;
  submitLabel: ReactNode;
  backTo: string;

  children?: ReactNode;
}) {
  const { t } = useTranslation('institutions');
  const format = useFormats();
  const state = useInstitutionForm(values);
  const { field, fields } = state;
  const number = { inputMode: 'decimal', width: 'medium', autoComplete: 'off' } as const;
  return (
    <TesseraForm state={state}>
      <Section id="names" title={t('form.names')} lead={t('form.namesLead')}>
        <div className="space-y-6">
          {fields.texts.getFieldList().map((text) => {
            const { language, name } = text.getFieldset();
            const tag = String(language.initialValue ?? '');
            return (
              <div key={text.key}>
                <input type="hidden" name={language.name} value={tag} />
                <TextField
                  {...field(name)}
                  label={t('form.nameIn', { language: format.language(tag) })}
                  lang={tag}
                  required={false}
                />
              </div>
            );
          })}
          <TextField {...field('shortName')} width="medium" />
          <SelectField {...field('kind')} placeholder={t('form.choose')} options={useKinds()} />
        </div>
      </Section>
      <Section id="place" title={t('form.place')} lead={t('form.placeLead')}>
        <div className="space-y-6">
          <SelectField
            {...field('country')}
            placeholder={t('form.choose')}
            options={useCountries(String(fields.country.initialValue ?? ''))}
          />
          <TextField {...field('county')} />
          <TextField {...field('locality')} />
          <TextField {...field('address')} autoComplete="off" />
          <TextField {...field('latitude')} {...number} />
          <TextField {...field('longitude')} {...number} />
        </div>
      </Section>
      <Section id="more" title={t('form.more')}>
        <div className="space-y-6">
          <TextField {...field('website')} type="url" inputMode="url" />
          <CheckboxGroupField
            {...field('languages')}
            defaultValue={chosen(fields.languages.initialValue)}
            options={choices.languages.map((value) => ({ value, label: format.language(value) }))}
          />
          <SelectField {...field('parentId')} placeholder={t('form.noParent')} options={choices.parents} />
          {children}
        </div>
      </Section>
      <FormEnd back={backTo} isPending={state.isPending}>
        {submitLabel}
      </FormEnd>
    </TesseraForm>
  );
}

function useInstitutionForm(values: Partial<Record<keyof InstitutionFormInput, unknown>>) {
  const { t } = useTranslation('institutions');
  return useTesseraForm<InstitutionFormInput>({
    id: 'institution',
    labels: {
      texts: t('form.names'),
      'texts[].name': t('form.name'),
      shortName: t('form.shortName'),
      kind: t('directory.kind'),
      country: t('form.country'),
      county: t('directory.county'),
      locality: t('form.locality'),
      address: t('form.address'),
      latitude: t('form.latitude'),
      longitude: t('form.longitude'),
      website: t('form.website'),
      languages: t('form.languages'),
      parentId: t('form.parent'),
    },
    hints: {
      shortName: t('form.shortNameHint'),
      locality: t('form.localityHint'),
      latitude: t('form.latitudeHint'),
      website: t('form.websiteHint'),
      parentId: t('form.parentHint'),
    },
    optional: [
      'shortName',
      'country',
      'county',
      'locality',
      'address',
      'latitude',
      'longitude',
      'website',
      'languages',
      'parentId',
    ],
    // The values come from a loader as the form's own texts.
    defaultValue: values as NonNullable<
      Parameters<typeof useTesseraForm<InstitutionFormInput>>[0]['defaultValue']
    >,
  });
}

// One ticked box comes back as a text, several as a list.
function chosen(value: unknown): string[] {
  return [value ?? []].flat().filter((entry) => typeof entry === 'string');
}
