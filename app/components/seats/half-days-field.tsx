import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { spanText } from '~/components/when.tsx';
import { CheckboxGroupField } from '~/ui/choice-field.tsx';
import type { FieldProps } from '~/ui/field.tsx';

/** A half-day that a registration may cover or not. */
export type HalfDay = {
  id: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  room: string;
  /** With places of its own */
  limit: { capacity: number; held: number } | null;
};

/** Which half-days are wanted, where an event lets choose them. */
export function HalfDaysField({
  halfDays,
  chosen,
  ...field
}: FieldProps & { halfDays: readonly HalfDay[]; chosen: readonly string[] }) {
  const { t } = useTranslation('seats');
  const format = useFormats();
  if (halfDays.length === 0) return null;
  const room = ({ capacity, held }: { capacity: number; held: number }) =>
    t('register.halfDayFree', {
      free: format.number(Math.max(0, capacity - held)),
      capacity: format.number(capacity),
    });
  return (
    <CheckboxGroupField
      {...field}
      defaultValue={chosen}
      options={halfDays.map((halfDay) => ({
        value: halfDay.id,
        label: spanText(format, halfDay, { withTimes: true }),
        hint: [halfDay.room, halfDay.limit && room(halfDay.limit)].filter(Boolean).join(' · ') || undefined,
      }))}
    />
  );
}

/** What a group of boxes sends: nothing, one value, or several. */
export function valuesOf(sent: unknown): string[] {
  return [sent ?? []].flat().filter((each) => typeof each === 'string');
}
