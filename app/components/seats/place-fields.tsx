import type { NameOrder } from '~/components/name-order.ts';
import type { FieldProps } from '~/ui/field.tsx';
import { TextField } from '~/ui/text-field.tsx';

type Props = FieldProps & { defaultValue?: string };

/** Who sits in a seat: two names in the order in which they are written, an address, a job. */
export function PlaceFields({
  nameOrder,
  givenName,
  familyName,
  email,
  jobTitle,
}: { nameOrder: NameOrder } & Record<'givenName' | 'familyName' | 'email' | 'jobTitle', Props>) {
  const names = nameOrder === 'family_first' ? [familyName, givenName] : [givenName, familyName];
  return (
    <div className="grid max-w-[46rem] gap-x-6 gap-y-4 sm:grid-cols-2">
      {names.map((name) => (
        <TextField key={name.id} {...name} autoComplete="off" />
      ))}
      <TextField {...email} type="email" autoComplete="off" />
      <TextField {...jobTitle} autoComplete="off" />
    </div>
  );
}
