import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { cx } from './class-names.ts';
import { controlProps, Field, type FieldProps } from './field.tsx';

type Width = 'full' | 'medium' | 'short';
const widths: Record<Width, string> = { full: '', medium: 'max-w-72', short: 'max-w-36' };

type InputProps = FieldProps & { width?: Width } & Omit<
    InputHTMLAttributes<HTMLInputElement>,
    keyof FieldProps | 'width'
  >;

/** One line: text, e-mail address, password, number, telephone, search. */
export function TextField({
  id,
  name,
  label,
  hint,
  errors,
  required,
  width = 'full',
  className,
  ...rest
}: InputProps) {
  const field = { id, name, label, hint, errors, required };
  return (
    <Field {...field}>
      <input
        type="text"
        {...rest}
        {...controlProps(field)}
        className={cx('control', widths[width], className)}
      />
    </Field>
  );
}

/**
 * A day, or a day with a time, with the browser's own picker. The value is local time without a zone
 * (`2026-05-01` or `2026-05-01T09:00`); the hint should name the zone.
 */
export function DateTimeField({
  withTime = true,
  ...rest
}: Omit<InputProps, 'type' | 'width'> & { withTime?: boolean }) {
  return <TextField {...rest} type={withTime ? 'datetime-local' : 'date'} width="medium" />;
}

/** Several lines. */
export function TextareaField({
  id,
  name,
  label,
  hint,
  errors,
  required,
  className,
  rows = 5,
  ...rest
}: FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps>) {
  const field = { id, name, label, hint, errors, required };
  return (
    <Field {...field}>
      <textarea rows={rows} {...rest} {...controlProps(field)} className={cx('control', className)} />
    </Field>
  );
}
