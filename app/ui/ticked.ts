import type { FieldProps } from './field.tsx';

/** What a box to tick needs of a field: a tick may stay away, and what it sends is no text that somebody typed. */
export function ticked({
  id,
  name,
  label,
  hint,
  errors,
  defaultValue,
}: FieldProps & { defaultValue?: string }) {
  return { id, name, label, hint, errors, value: 'on', defaultChecked: defaultValue === 'on' };
}
