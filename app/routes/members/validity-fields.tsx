import type { FieldProps } from '~/ui/field.tsx';
import { DateTimeField } from '~/ui/text-field.tsx';

/** The first and the last day of something. */
export function ValidityFields({
  field,
}: {
  field: (name: 'from' | 'until') => FieldProps & { defaultValue?: string };
}) {
  return (
    <div className="grid gap-x-8 items-end gap-y-6 sm:grid-cols-2">
      <DateTimeField {...field('from')} withTime={false} />
      <DateTimeField {...field('until')} withTime={false} />
    </div>
  );
}
