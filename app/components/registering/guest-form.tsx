import type { AskedForm } from '@tessera/core/questions/form.server.ts';
import { requestHours } from '@tessera/core/registering/rules.ts';
import { languageNames, languages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { usualNameOrder } from '~/components/name-order.ts';
import { answerLabels, QuestionFields } from '~/components/questions/question-fields.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Button } from '~/ui/button.tsx';
import { RadioField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { TextField } from '~/ui/text-field.tsx';

export type GuestInput = {
  givenName: string;
  familyName: string;
  nameOrder?: 'given_first' | 'family_first';
  email?: string;
  language: string;
  mode?: string;
  seatLanguage?: string;
  website?: string;
};

type Choices = { modes: readonly ('onsite' | 'online')[]; languages: readonly string[] };

/** Who somebody is that has no login; with an invitation the address stands already. */
export function GuestForm({
  choices,
  form,
  isInvited = false,
  defaultValue = {},
}: {
  choices: Choices;
  /** What the event asks */
  form: AskedForm;
  isInvited?: boolean;
  defaultValue?: Partial<GuestInput>;
}) {
  const { t, language } = useTranslation(['registering', 'trainings']);
  const format = useFormats();
  const nameOrder = usualNameOrder(language);
  const state = useTesseraForm<GuestInput>({
    id: 'guest',
    labels: {
      givenName: t('guest.givenName'),
      familyName: t('guest.familyName'),
      email: t('guest.email'),
      language: t('guest.language'),
      mode: t('guest.mode'),
      seatLanguage: t('guest.seatLanguage'),
      website: t('guest.website'),
      ...answerLabels(form.questions),
    },
    optional: ['website'],
    defaultValue: {
      language,
      mode: choices.modes[0] ?? '',
      seatLanguage: choices.languages[0] ?? '',
      ...defaultValue,
    },
  });
  const { field } = state;
  const names = [
    <TextField key="given" {...field('givenName')} autoComplete="given-name" maxLength={80} />,
    <TextField key="family" {...field('familyName')} autoComplete="family-name" maxLength={80} />,
  ];
  return (
    <TesseraForm state={state}>
      <div className="grid max-w-[46rem] gap-x-6 gap-y-6 sm:grid-cols-2">
        {nameOrder === 'family_first' ? names.reverse() : names}
      </div>
      <input type="hidden" name="nameOrder" value={nameOrder} />
      <input type="hidden" name="formVersion" value={form.version} />
      {!isInvited && <TextField {...field('email')} type="email" autoComplete="email" />}
      {!isInvited && (
        <div hidden>
          <TextField {...field('website')} tabIndex={-1} autoComplete="off" />
        </div>
      )}
      <SelectField
        {...field('language')}
        options={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
      />
      {choices.modes.length > 0 && (
        <RadioField
          {...field('mode')}
          options={choices.modes.map((value) => ({ value, label: t(`trainings:modes.${value}`) }))}
        />
      )}
      {choices.languages.length > 0 && (
        <RadioField
          {...field('seatLanguage')}
          options={choices.languages.map((value) => ({ value, label: format.language(value) }))}
        />
      )}
      <QuestionFields questions={form.questions} fields={state.fields} field={field} />
      {!isInvited && (
        <p className="max-w-[44rem] text-sm text-muted">{t('guest.privacy', { hours: requestHours })}</p>
      )}
      <Button look="primary" isPending={state.isPending}>
        {t(isInvited ? 'guest.submitInvited' : 'guest.submit')}
      </Button>
    </TesseraForm>
  );
}
