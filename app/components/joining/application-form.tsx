import type { Application } from '@tessera/core/joining/schema.ts';
import { requestHours } from '@tessera/core/registering/rules.ts';
import { languageNames, languages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { z } from 'zod';
import { useCountries, useKinds } from '~/components/institutions/words.ts';
import { usualNameOrder } from '~/components/name-order.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Button } from '~/ui/button.tsx';
import { SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Section } from '~/ui/page.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';

/** What an institution writes that asks to join. */
export function ApplicationForm({ country, nameLanguages }: { country: string; nameLanguages: string[] }) {
  const { t, language } = useTranslation(['joining', 'institutions', 'registering']);
  const format = useFormats();
  const nameOrder = usualNameOrder(language);
  const state = useApplicationForm(country, nameLanguages);
  const { field } = state;
  const names = [
    <TextField key="given" {...field('givenName')} autoComplete="given-name" maxLength={80} />,
    <TextField key="family" {...field('familyName')} autoComplete="family-name" maxLength={80} />,
  ];
  const pair = 'grid max-w-[46rem] gap-x-6 gap-y-6 sm:grid-cols-2';
  return (
    <TesseraForm state={state}>
      <Section id="institution" title={t('ask.institution')}>
        <div className="space-y-6">
          <TextField {...field('name')} autoComplete="organization" maxLength={300} />
          <SelectField
            {...field('nameLanguage')}
            options={nameLanguages.map((value) => ({ value, label: format.language(value) }))}
          />
          <SelectField {...field('kind')} placeholder={t('institutions:form.choose')} options={useKinds()} />
          <SelectField
            {...field('country')}
            placeholder={t('institutions:form.choose')}
            options={useCountries(country)}
          />
          <div className={pair}>
            <TextField {...field('locality')} autoComplete="address-level2" maxLength={120} />
            <TextField {...field('county')} autoComplete="address-level1" maxLength={120} />
          </div>
          <TextField {...field('website')} type="url" inputMode="url" autoComplete="url" />
        </div>
      </Section>
      <Section id="contact" title={t('ask.contact')}>
        <div className="space-y-6">
          <div className={pair}>{nameOrder === 'family_first' ? names.reverse() : names}</div>
          <input type="hidden" name="nameOrder" value={nameOrder} />
          <TextField {...field('jobTitle')} autoComplete="organization-title" maxLength={120} />
          <TextField {...field('email')} type="email" autoComplete="email" />
          <div hidden>
            <TextField {...field('fax')} tabIndex={-1} autoComplete="off" />
          </div>
          <SelectField
            {...field('language')}
            options={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
          />
          <TextareaField {...field('message')} rows={5} maxLength={2000} />
          <p className="max-w-[44rem] text-sm text-muted">{t('ask.privacy', { hours: requestHours })}</p>
          <Button look="primary" isPending={state.isPending}>
            {t('registering:guest.submit')}
          </Button>
        </div>
      </Section>
    </TesseraForm>
  );
}

function useApplicationForm(country: string, nameLanguages: string[]) {
  const { t, language } = useTranslation(['joining', 'institutions', 'registering']);
  return useTesseraForm<z.input<typeof Application>>({
    id: 'application',
    labels: {
      name: t('ask.name'),
      nameLanguage: t('ask.nameLanguage'),
      kind: t('institutions:directory.kind'),
      country: t('institutions:form.country'),
      county: t('institutions:directory.county'),
      locality: t('institutions:form.locality'),
      website: t('institutions:form.website'),
      givenName: t('registering:guest.givenName'),
      familyName: t('registering:guest.familyName'),
      jobTitle: t('ask.jobTitle'),
      email: t('registering:guest.email'),
      language: t('registering:guest.language'),
      message: t('ask.message'),
      fax: t('registering:guest.website'),
    },
    hints: {
      website: t('institutions:form.websiteHint'),
      message: t('ask.messageHint'),
    },
    optional: ['county', 'website', 'jobTitle', 'message', 'fax'],
    defaultValue: {
      country,
      nameLanguage: nameLanguages.includes(language) ? language : nameLanguages[0],
      language,
    },
  });
}
