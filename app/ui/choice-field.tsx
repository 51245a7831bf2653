import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from 'react';
import { cx } from './class-names.ts';
import { controlProps, Field, FieldError, FieldGroup, type FieldProps, fieldClass, Hint } from './field.tsx';

export type Option = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean; lang?: string };

/** One of many. `placeholder` is an empty first entry. */
export function SelectField({
  id,
  name,
  label,
  hint,
  errors,
  required,
  options,
  placeholder,
  className,
  ...rest
}: FieldProps & { options: readonly Option[]; placeholder?: string } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    keyof FieldProps
  >) {
  const field = { id, name, label, hint, errors, required };
  return (
    <Field {...field}>
      <select {...rest} {...controlProps(field)} className={cx('control', className)}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** One of a few, all in sight. */
export function RadioField({
  options,
  defaultValue,
  ...field
}: FieldProps & { options: readonly Option[]; defaultValue?: string }) {
  return (
    <FieldGroup {...field}>
      {options.map((option) => (
        <Tick
          key={option.value}
          type="radio"
          id={`${field.id}-${option.value}`}
          name={field.name}
          value={option.value}
          defaultChecked={option.value === defaultValue}
          required={field.required || undefined}
          disabled={option.disabled}
          label={option.label}
          hint={option.hint}
          lang={option.lang}
        />
      ))}
    </FieldGroup>
  );
}

/** Any number of a few, all in sight. */
export function CheckboxGroupField({
  options,
  defaultValue = [],
  ...field
}: FieldProps & { options: readonly Option[]; defaultValue?: readonly string[] }) {
  return (
    <FieldGroup {...field}>
      {options.map((option) => (
        <Tick
          key={option.value}
          type="checkbox"
          id={`${field.id}-${option.value}`}
          name={field.name}
          value={option.value}
          defaultChecked={defaultValue.includes(option.value)}
          disabled={option.disabled}
          label={option.label}
          hint={option.hint}
          lang={option.lang}
        />
      ))}
    </FieldGroup>
  );
}

/** One yes or no. */
export function CheckboxField({
  label,
  hint,
  errors,
  // A field of a form brings an empty default, and a tick with an empty value is sent as none.
  value = 'on',
  defaultValue: _empty,
  ...rest
}: Omit<FieldProps, 'required'> &
  Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps> & { required?: boolean }) {
  return (
    <div className={fieldClass(errors)}>
      <FieldError id={rest.id} errors={errors} />
      <Tick
        {...rest}
        type="checkbox"
        value={value}
        label={label}
        hint={hint}
        aria-invalid={Boolean(errors?.length) || undefined}
        describedBy={cx(
          hint !== undefined && `${rest.id}-hint`,
          Boolean(errors?.length) && `${rest.id}-error`,
        )}
      />
    </div>
  );
}

function Tick({
  label,
  hint,
  lang,
  describedBy,
  ...input
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  describedBy?: string;
} & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <div className="flex min-h-11 items-start gap-3 py-2">
      <input
        {...input}
        className="tick"
        aria-describedby={describedBy || (hint !== undefined ? `${input.id}-hint` : undefined)}
      />
      <div>
        <label
          htmlFor={input.id}
          lang={lang}
          className={cx('block cursor-pointer', input.disabled && 'text-muted')}
        >
          {label}
        </label>
        <Hint id={input.id} hint={hint} />
      </div>
    </div>
  );
}
