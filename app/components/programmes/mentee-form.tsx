import { genderPreferences } from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { CheckboxField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';
import { listOf } from './given.ts';
import { useWishesLabels, type Wishes, WishesFields } from './wishes.tsx';

type Choices = {
  people: readonly {
    personId: string;
    givenName: string;
    familyName: string;
    nameOrder: 'given_first' | 'family_first';
  }[];
  institutions: readonly { id: string; name: string }[];
  programmes: readonly { id: string; title: string; cohorts: { id: string; name: string }[] }[];
};
type Known = Wishes & { alias: string; needsInterpreter: boolean };
type Shape = {
  place_in: string;
  personId: string;
  institutionId: string;
  alias: string;
  isNoName: string;
  languages: string[];
  topics: string[];
  availability: string[];
  place: string;
  needsInterpreter: string;
  genderPreference: string;
  meetingLimits: string;
  clears: string[];
};

/** Somebody who is mentored, under an alias. What is sealed about them is written here and never shown again. */
export function MenteeForm({
  mentee,
  choices,
  chosenPlace = '',
  isInstitutionNeeded = false,
  back,
  isOwn = false,
}: {
  mentee: Known | null;
  choices?: Choices;
  chosenPlace?: string;
  isInstitutionNeeded?: boolean;
  back: string;
  /** Mentees write what is stored about themselves. */
  isOwn?: boolean;
}) {
  const { t } = useTranslation(['programmes', 'mentoring', 'common']);
  const format = useFormats();
  const isNew = mentee === null;
  const state = useTesseraForm<Shape>({
    id: 'mentee',
    labels: {
      place_in: t('mentees.placeIn'),
      personId: t('mentees.login'),
      institutionId: t('mentees.actsFor'),
      alias: t('mentees.alias'),
      isNoName: t('mentees.isNoName'),
      ...useWishesLabels(),
      needsInterpreter: t('mentees.needsInterpreter'),
      genderPreference: t(isOwn ? 'mentoring:me.preference' : 'mentees.preference'),
      meetingLimits: t(isOwn ? 'mentoring:me.limits' : 'mentees.limits'),
      clears: t('mentees.clears'),
    },
    hints: {
      alias: t('mentees.aliasHint'),
      personId: t('mentees.loginHint'),
      institutionId: t('mentees.actsForHint'),
      genderPreference: t('mentees.preferenceHint'),
      meetingLimits: t('mentees.limitsHint'),
      clears: t('mentees.clearsHint'),
    },
    optional: [
      'personId',
      ...(isInstitutionNeeded ? [] : (['institutionId'] as const)),
      'languages',
      'topics',
      'availability',
      'place',
      'genderPreference',
      'meetingLimits',
      'clears',
    ],
    defaultValue: {
      place_in: chosenPlace,
      personId: '',
      institutionId: '',
      alias: mentee?.alias ?? '',
      languages: [...(mentee?.languages ?? [])],
      topics: [...(mentee?.topics ?? [])],
      availability: [...(mentee?.availability ?? [])],
      place: mentee?.place ?? '',
      needsInterpreter: mentee?.needsInterpreter ? 'on' : '',
      genderPreference: '',
      meetingLimits: '',
    },
  });
  const { alias, isNoName, needsInterpreter } = state.fields;
  const [nobody, unchanged] = [t('mentees.noPreference'), t('mentees.unchanged')];
  return (
    <TesseraForm state={state}>
      {choices && (
        <SelectField
          {...state.field('place_in')}
          placeholder={t('people.choose')}
          options={choices.programmes.flatMap(({ id, title, cohorts }) => [
            { value: id, label: title },
            ...cohorts.map((cohort) => ({ value: `${id}/${cohort.id}`, label: `${title} · ${cohort.name}` })),
          ])}
        />
      )}
      <TextField {...state.field('alias')} maxLength={40} autoComplete="off" width="medium" translate="no" />
      {(alias.errors || isNoName.initialValue === 'on') && (
        <CheckboxField
          {...state.field('isNoName')}
          required={false}
          value="on"
          defaultChecked={isNoName.initialValue === 'on'}
        />
      )}
      {choices && (
        <>
          <SelectField
            {...state.field('institutionId')}
            placeholder={isInstitutionNeeded ? t('people.choose') : t('mentees.nobodyActs')}
            options={choices.institutions.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            {...state.field('personId')}
            placeholder={t('mentees.noLogin')}
            options={choices.people.map(({ personId, ...name }) => ({
              value: personId,
              label: format.personName(name),
            }))}
          />
        </>
      )}
      <WishesFields
        field={state.field}
        given={(name) => listOf(state.fields[name].initialValue)}
        isMentor={false}
      />
      <CheckboxField
        {...state.field('needsInterpreter')}
        required={false}
        value="on"
        defaultChecked={needsInterpreter.initialValue === 'on'}
      />
      <SelectField
        {...state.field('genderPreference')}
        placeholder={isNew ? nobody : unchanged}
        options={genderPreferences.map((value) => ({ value, label: t(`genders.${value}`) }))}
      />
      <TextareaField {...state.field('meetingLimits')} rows={3} maxLength={500} autoComplete="off" />
      {!isNew && (
        <CheckboxField {...state.field('clears')} required={false} value="on" defaultChecked={false} />
      )}
      <FormEnd back={back} isPending={state.isPending}>
        {t('common:save')}
      </FormEnd>
    </TesseraForm>
  );
}
