import { type SupervisionKind, supervisionKinds } from '@tessera/core/supervision/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { CheckboxField, CheckboxGroupField, RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';

type Mentor = {
  id: string;
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
};
type Known = { day: string; kind: SupervisionKind; themes: string | null; people: readonly Mentor[] };
type Shape = {
  nonce: string;
  day: string;
  kind: string;
  mentorIds: string[];
  themes: string;
  isNoName: string;
  nextDay: string;
};

/** A meeting to come, or one that was held: its day says which. */
export function SupervisionForm({
  meeting,
  mentors,
  nonce,
  back,
}: {
  meeting: Known | null;
  mentors: readonly Mentor[];
  nonce?: string;
  back: string;
}) {
  const { t } = useTranslation('supervision');
  const format = useFormats();
  const there = meeting?.people ?? [];
  const known = mentors.map(({ id }) => id);
  const choices = [...mentors, ...there.filter(({ id }) => !known.includes(id))];
  const state = useTesseraForm<Shape>({
    id: 'supervision',
    labels: {
      day: t('list.day'),
      kind: t('list.kind'),
      mentorIds: t('form.who'),
      themes: t('form.themes'),
      isNoName: t('form.isNoName'),
      nextDay: t('form.nextDay'),
    },
    hints: {
      mentorIds: t('form.whoHint'),
      themes: t('form.themesHint'),
      nextDay: t('form.nextDayHint'),
    },
    optional: ['themes', 'isNoName', 'nextDay'],
    defaultValue: {
      ...(nonce && { nonce }),
      day: meeting?.day ?? '',
      kind: meeting?.kind ?? 'group',
      mentorIds: there.map(({ id }) => id),
      themes: meeting?.themes ?? '',
      nextDay: '',
    },
  });
  const { themes, isNoName, mentorIds, kind } = state.fields;
  const chosen = mentorIds.initialValue;
  return (
    <TesseraForm state={state}>
      {nonce && (
        <input
          type="hidden"
          name={state.fields.nonce.name}
          value={String(state.fields.nonce.initialValue ?? nonce)}
        />
      )}
      <TextField {...state.field('day')} type="date" width="medium" />
      <RadioField
        {...state.field('kind')}
        defaultValue={String(kind.initialValue ?? 'group')}
        options={supervisionKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <CheckboxGroupField
        {...state.field('mentorIds')}
        defaultValue={Array.isArray(chosen) ? chosen.map(String) : chosen ? [String(chosen)] : []}
        options={choices.map(({ id, ...name }) => ({ value: id, label: format.personName(name) }))}
      />
      <TextareaField {...state.field('themes')} rows={6} maxLength={8000} dir="auto" />
      {(themes.errors || isNoName.initialValue === 'on') && (
        <CheckboxField
          {...state.field('isNoName')}
          required={false}
          value="on"
          defaultChecked={isNoName.initialValue === 'on'}
        />
      )}
      <TextField {...state.field('nextDay')} type="date" width="medium" />
      <FormEnd back={back} isPending={state.isPending}>
        {t('form.save')}
      </FormEnd>
    </TesseraForm>
  );
}
