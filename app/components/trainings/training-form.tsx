import {
  accessibilityTerms,
  assessments,
  attendanceMeasures,
  trainingAudiences,
  trainingKinds,
  trainingModes,
  trainingThemes,
} from '@tessera/core/trainings/terms.ts';
import type { SeenText } from '@tessera/core/translations/seen.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { ReactNode } from 'react';
import { useFormats } from '~/components/use-formats.ts';
import { CheckboxField, CheckboxGroupField, RadioField, SelectField } from '~/ui/choice-field.tsx';
import { DefaultSubmit } from '~/ui/default-submit.tsx';
import { TesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Section } from '~/ui/page.tsx';
import { DateTimeField, TextField } from '~/ui/text-field.tsx';
import { ticked } from '~/ui/ticked.ts';
import { chosen } from './chosen.ts';
import { FollowUpHours } from './follow-up-hours.tsx';
import { ReminderDays } from './reminder-days.tsx';
import { SessionFields } from './session-fields.tsx';
import { TextFields } from './text-fields.tsx';
import type { TrainingFormInput } from './training-form-schema.ts';
import { type TrainingFormState, useTrainingForm } from './use-training-form.ts';

type Choices = {
  /** Languages that a training can be held in */
  languages: readonly string[];
  trainers: readonly {
    id: string;
    givenName: string;
    familyName: string;
    nameOrder: 'given_first' | 'family_first';
  }[];
};

/** Everything about a training that its coordinator sets. */
export function TrainingFormFields({
  values,
  seen = null,
  choices,
  submitLabel,
  backTo,
}: {
  values: Partial<Record<keyof TrainingFormInput, unknown>>;
  /** The texts as they stand; none for a new training */
  seen?: readonly SeenText[] | null;
  choices: Choices;
  submitLabel: ReactNode;
  backTo: string;
}) {
  const { t } = useTranslation(['trainings', 'translations']);
  const state = useTrainingForm(values);
  return (
    <TesseraForm state={state}>
      <DefaultSubmit />
      <Basics state={state} />
      <Section id="texts" title={t('form.texts')} lead={t('form.textsLead')}>
        <TextFields state={state} seen={seen} />
        {isTranslated(values.texts) && (
          <CheckboxField
            {...state.field('isMinor')}
            label={t('translations:editor.isMinor')}
            hint={t('translations:editor.isMinorHint')}
            defaultChecked={false}
          />
        )}
      </Section>
      <Section id="half-days" title={t('form.when')} lead={t('form.whenLead')}>
        <div className="mb-6">
          <TextField {...state.field('timeZone')} width="medium" autoComplete="off" spellCheck={false} />
        </div>
        <SessionFields state={state} trainers={choices.trainers} />
      </Section>
      <Place state={state} choices={choices} />
      <Seats state={state} />
      <Window state={state} />
      <FormEnd back={backTo} isPending={state.isPending}>
        {submitLabel}
      </FormEnd>
    </TesseraForm>
  );
}

function isTranslated(texts: unknown): boolean {
  return Array.isArray(texts) && texts.filter((text: { title?: string }) => text.title).length > 1;
}

type Part = { state: TrainingFormState };

function Basics({ state: { field } }: Part) {
  const { t } = useTranslation('trainings');
  const visibilities = ['public', 'network'] as const;
  return (
    <Section id="basics" title={t('form.basics')}>
      <div className="space-y-6">
        <TextField {...field('code')} width="medium" autoComplete="off" />
        <SelectField
          {...field('theme')}
          placeholder={t('form.choose')}
          options={trainingThemes.map((value) => ({ value, label: t(`themes.${value}`) }))}
        />
        <SelectField
          {...field('kind')}
          options={trainingKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <SelectField
          {...field('audience')}
          options={trainingAudiences.map((value) => ({ value, label: t(`audiences.${value}`) }))}
        />
        <RadioField
          {...field('visibility')}
          options={visibilities.map((value) => ({ value, label: t(`visibility.${value}`) }))}
        />
      </div>
    </Section>
  );
}

function Place({ state, choices }: Part & { choices: Choices }) {
  const { field, fields } = state;
  const { t } = useTranslation('trainings');
  const format = useFormats();
  const trainers = choices.trainers.map((person) => ({ value: person.id, label: format.personName(person) }));
  return (
    <>
      <Section id="where" title={t('form.where')}>
        <div className="space-y-6">
          <RadioField
            {...field('mode')}
            options={trainingModes.map((value) => ({ value, label: t(`modes.${value}`) }))}
          />
          <TextField {...field('venue')} />
          <TextField {...field('joinUrl')} type="url" autoComplete="off" />
          <CheckboxGroupField
            {...field('languages')}
            defaultValue={chosen(fields.languages.initialValue)}
            options={choices.languages.map((value) => ({ value, label: format.language(value) }))}
          />
          <CheckboxGroupField
            {...field('accessibility')}
            defaultValue={chosen(fields.accessibility.initialValue)}
            options={accessibilityTerms.map((value) => ({ value, label: t(`accessibility.${value}`) }))}
          />
          <div>
            <YesNo state={state} name="childcareOffered" />
            <YesNo state={state} name="costFree" />
          </div>
        </div>
      </Section>
      <Section id="people" title={t('form.people')}>
        {trainers.length > 0 ? (
          <CheckboxGroupField
            {...field('trainerIds')}
            defaultValue={chosen(fields.trainerIds.initialValue)}
            options={trainers}
          />
        ) : (
          <p className="text-muted">{t('form.noTrainers')}</p>
        )}
      </Section>
    </>
  );
}

function Seats({ state: { field } }: Part) {
  const { t } = useTranslation('trainings');
  const number = { type: 'number', inputMode: 'numeric', width: 'short', min: 0 } as const;
  return (
    <Section id="seats" title={t('form.seats')}>
      <div className="space-y-6">
        <TextField {...field('capacity')} {...number} />
        <TextField {...field('quotaPerInstitution')} {...number} min={1} />
        <DateTimeField {...field('quotaReleaseAt')} />
        <RadioField
          {...field('promotion')}
          options={(['automatic', 'offer'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
        />
        <TextField {...field('offerHours')} {...number} min={1} />
      </div>
    </Section>
  );
}

function Window({ state }: Part) {
  const { field } = state;
  const { t } = useTranslation(['trainings', 'certificates']);
  const number = { type: 'number', inputMode: 'numeric', width: 'short', min: 0 } as const;
  return (
    <>
      <Section id="registration" title={t('form.registration')}>
        <div className="space-y-6">
          <DateTimeField {...field('regOpensAt')} />
          <DateTimeField {...field('regClosesAt')} />
          <TextField {...field('cancelDeadlineHours')} {...number} />
          <ReminderDays {...field('reminderDays')} chosen={chosen(state.fields.reminderDays.initialValue)} />
          <FollowUpHours
            {...field('followUpHours')}
            chosen={chosen(state.fields.followUpHours.initialValue)}
          />
        </div>
      </Section>
      <Section id="certificate" title={t('form.certificate')}>
        <div className="space-y-6">
          <TextField {...field('hours')} {...number} inputMode="decimal" step="0.25" />
          <TextField {...field('attendanceThreshold')} {...number} min={1} max={100} />
          <YesNo state={state} name="givesCertificate" />
          <RadioField
            {...field('attendanceMeasure')}
            options={attendanceMeasures.map((value) => ({
              value,
              label: t(`certificates:rule.measures.${value}`),
            }))}
          />
          <CheckboxField {...ticked(field('needsEvaluation'))} />
          <TextField {...field('certificateMonths')} {...number} min={1} max={120} />
          <SelectField
            {...field('assessment')}
            options={assessments.map((value) => ({
              value,
              label: t(`certificates:rule.assessments.${value}`),
            }))}
          />
          <TextField {...field('eqfLevel')} {...number} min={1} max={8} />
        </div>
      </Section>
    </>
  );
}

function YesNo({ state, name }: Part & { name: 'childcareOffered' | 'costFree' | 'givesCertificate' }) {
  // A box is ticked or not; what it sends is always the same.
  const { defaultValue: _, ...field } = state.field(name);
  return (
    <CheckboxField
      {...field}
      required={false}
      value="on"
      defaultChecked={state.fields[name].initialValue === 'on'}
    />
  );
}
