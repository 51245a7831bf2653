import { controlProps, Field, type FieldProps } from './field.tsx';

/** One file from the reader's device. `accept` helps to find it; what it is decides the server. */
export function FileField({
  id,
  name,
  label,
  hint,
  errors,
  required,
  accept,
}: FieldProps & { accept: string }) {
  const field = { id, name, label, hint, errors, required };
  return (
    <Field {...field}>
      <input type="file" accept={accept} {...controlProps(field)} className="control h-auto py-2" />
    </Field>
  );
}
