import type { FieldProps } from '~/ui/field.tsx';
import { TextField } from '~/ui/text-field.tsx';

type Props = FieldProps & { defaultValue?: string };

/** Who sits in a seat: two names, an address, a job. */
export function PlaceFields({
  givenName,
  familyName,
  email,
  jobTitle,
}: Record<'givenName' | 'familyName' | 'email' | 'jobTitle', Props>) {
  return (
    <div className="grid max-w-[46rem] gap-x-6 gap-y-4 sm:grid-cols-2">
      <TextField {...givenName} autoComplete="off" />
      <TextField {...familyName} autoComplete="off" />
      <TextField {...email} type="email" autoComplete="off" />
      <TextField {...jobTitle} autoComplete="off" />
    </div>
  );
}
