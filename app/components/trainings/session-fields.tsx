import { trainingModes } from '@tessera/core/trainings/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import Plus from 'lucide-react/icons/plus';
import { useFocusOnGrowth } from '~/components/use-focus-on-growth.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Button } from '~/ui/button.tsx';
import { CheckboxField, CheckboxGroupField, SelectField } from '~/ui/choice-field.tsx';
import { FieldError } from '~/ui/field.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { ticked } from '~/ui/ticked.ts';
import { chosen } from './chosen.ts';
import type { TrainingFormState } from './use-training-form.ts';

type Trainer = {
  id: string;
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
};

/** The half-days of a training: a list that grows and shrinks, without scripts too. */
export function SessionFields({
  state,
  trainers,
}: {
  state: TrainingFormState;
  trainers: readonly Trainer[];
}) {
  const { t } = useTranslation('trainings');
  const format = useFormats();
  const { form, fields, field } = state;
  const sessions = fields.sessions.getFieldList();
  const list = useFocusOnGrowth(sessions.length);
  return (
    <div id={fields.sessions.id} tabIndex={-1}>
      <FieldError id={fields.sessions.id} errors={fields.sessions.errors as string[] | undefined} />
      <ol ref={list}>
        {sessions.map((session, index) => {
          const parts = session.getFieldset();
          const number = index + 1;
          return (
            <li key={session.key} className="border-b border-rule py-5 first:pt-0">
              <input type="hidden" name={parts.id.name} value={`${parts.id.initialValue ?? ''}`} />
              <div className="mb-3 flex min-h-9 items-center justify-between gap-4">
                <p className="text-sm font-semibold text-muted">{t('form.session', { number })}</p>
                {sessions.length > 1 && (
                  <Button
                    {...form.remove.getButtonProps({ name: fields.sessions.name, index })}
                    size="small"
                    aria-label={t('form.removeSession', { number })}
                  >
                    {t('form.remove')}
                  </Button>
                )}
              </div>
              <div className="grid grid-cols-2 gap-x-5 gap-y-4 sm:grid-cols-[10.5rem_10rem_8rem_8rem]">
                <TextField {...field(parts.day)} type="date" />
                <SelectField
                  {...field(parts.halfDay)}
                  options={(['am', 'pm'] as const).map((value) => ({ value, label: t(`halfDay.${value}`) }))}
                />
                <TextField {...field(parts.from)} type="time" />
                <TextField {...field(parts.to)} type="time" />
                <div className="col-span-full grid gap-x-5 gap-y-4 sm:grid-cols-[22rem_14rem]">
                  <TextField {...field(parts.room)} required={false} />
                  <SelectField
                    {...field(parts.mode)}
                    required={false}
                    placeholder={t('form.asTraining')}
                    options={trainingModes.map((value) => ({ value, label: t(`modes.${value}`) }))}
                  />
                </div>
                <div className="col-span-full">
                  <TextField
                    {...field(parts.capacity)}
                    required={false}
                    type="number"
                    min={0}
                    inputMode="numeric"
                    width="short"
                  />
                </div>
                {trainers.length > 1 && (
                  <div className="col-span-full">
                    <CheckboxGroupField
                      {...field(parts.trainerIds)}
                      required={false}
                      defaultValue={chosen(parts.trainerIds.initialValue)}
                      options={trainers.map((person) => ({
                        value: person.id,
                        label: format.personName(person),
                      }))}
                    />
                  </div>
                )}
                <div className="col-span-full">
                  <CheckboxField {...ticked(field(parts.isMandatory))} />
                </div>
              </div>
            </li>
          );
        })}
      </ol>
      <div className="pt-4">
        <Button
          {...form.insert.getButtonProps({
            name: fields.sessions.name,
            defaultValue: following(sessions.at(-1)),
          })}
          icon={<Plus aria-hidden />}
        >
          {t('form.addSession')}
        </Button>
      </div>
      {sessions.length > 1 && (
        <div className="pt-4">
          <CheckboxField {...ticked(field('choosesHalfDays'))} />
        </div>
      )}
    </div>
  );
}

type Session = ReturnType<TrainingFormState['fields']['sessions']['getFieldList']>[number];

// After a morning comes the afternoon of the same day; after an afternoon the next morning.
function following(last: Session | undefined) {
  const value = last?.value as { day?: string; halfDay?: string; room?: string } | undefined;
  const { day = '', halfDay = 'pm', room = '' } = value ?? {};
  if (halfDay === 'am') return { day, halfDay: 'pm' as const, from: '14:00', to: '17:00', room };
  const next = day ? new Date(Date.parse(`${day}T00:00Z`) + 86_400_000) : undefined;
  const nextDay = next && !Number.isNaN(next.getTime()) ? next.toISOString().slice(0, 10) : '';
  return { day: nextDay, halfDay: 'am' as const, from: '09:00', to: '13:00', room };
}
