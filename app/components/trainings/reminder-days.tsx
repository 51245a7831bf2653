import { reminderChoices } from '@tessera/core/trainings/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { CheckboxGroupField } from '~/ui/choice-field.tsx';
import type { FieldProps } from '~/ui/field.tsx';

/** On which days before the start people are reminded: the usual ones, and what somebody else chose. */
export function ReminderDays({ chosen, ...field }: FieldProps & { chosen: readonly string[] }) {
  const { t } = useTranslation('trainings');
  const days = [...new Set([...reminderChoices, ...chosen.map(Number)])].sort((one, other) => other - one);
  return (
    <CheckboxGroupField
      {...field}
      defaultValue={chosen}
      options={days.map((count) => ({ value: String(count), label: t('form.daysBefore', { count }) }))}
    />
  );
}
