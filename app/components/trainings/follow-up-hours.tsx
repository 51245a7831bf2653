import { followUpChoices } from '@tessera/core/trainings/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { CheckboxGroupField } from '~/ui/choice-field.tsx';
import type { FieldProps } from '~/ui/field.tsx';

/** When those who took part get a mail after the end: the usual moments, and what somebody else chose. */
export function FollowUpHours({ chosen, ...field }: FieldProps & { chosen: readonly string[] }) {
  const hours = [...new Set([...followUpChoices, ...chosen.map(Number)])].sort((one, other) => one - other);
  const words = useFollowUpWords();
  return (
    <CheckboxGroupField
      {...field}
      defaultValue={chosen}
      options={hours.map((value) => ({ value: String(value), label: words(value) }))}
    />
  );
}

/** So many hours, or whole days, after the end. */
export function useFollowUpWords() {
  const { t } = useTranslation('trainings');
  return (hours: number) =>
    hours % 24 === 0 ? t('form.daysAfter', { count: hours / 24 }) : t('form.hoursAfter', { count: hours });
}
