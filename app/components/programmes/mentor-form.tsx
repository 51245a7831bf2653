import { genderPreferences } from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { listOf } from './given.ts';
import { useWishesLabels, type Wishes, WishesFields } from './wishes.tsx';

type Person = {
  personId: string;
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
};
type Shape = {
  personId: string;
  languages: string[];
  topics: string[];
  availability: string[];
  place: string;
  capacity: string;
  gender: string;
};

/** What a mentor offers; with `people` it also asks who it is. */
export function MentorForm({
  mentor,
  people,
  back,
}: {
  mentor: (Wishes & { capacity: number; gender: string | null }) | null;
  people?: readonly Person[];
  back: string;
}) {
  const { t } = useTranslation(['programmes', 'common']);
  const format = useFormats();
  const state = useTesseraForm<Shape>({
    id: 'mentor',
    labels: {
      personId: t('mentors.person'),
      ...useWishesLabels(),
      capacity: t('mentors.capacity'),
      gender: t('mentors.gender'),
    },
    hints: {
      personId: t('mentors.personHint'),
      capacity: t('mentors.capacityHint'),
      gender: t('mentors.genderHint'),
    },
    optional: ['languages', 'topics', 'availability', 'place', 'gender'],
    defaultValue: {
      personId: '',
      languages: [...(mentor?.languages ?? [])],
      topics: [...(mentor?.topics ?? [])],
      availability: [...(mentor?.availability ?? [])],
      place: mentor?.place ?? '',
      capacity: String(mentor?.capacity ?? 3),
      gender: mentor?.gender ?? '',
    },
  });
  return (
    <TesseraForm state={state}>
      {people && (
        <SelectField
          {...state.field('personId')}
          placeholder={t('people.choose')}
          options={people.map(({ personId, ...name }) => ({
            value: personId,
            label: format.personName(name),
          }))}
        />
      )}
      <WishesFields field={state.field} given={(name) => listOf(state.fields[name].initialValue)} isMentor />
      <TextField {...state.field('capacity')} type="number" min={1} max={20} width="short" />
      <SelectField
        {...state.field('gender')}
        placeholder={t('mentors.genderUnsaid')}
        options={genderPreferences.map((value) => ({ value, label: t(`genders.${value}`) }))}
      />
      <FormEnd back={back} isPending={state.isPending}>
        {t('common:save')}
      </FormEnd>
    </TesseraForm>
  );
}
