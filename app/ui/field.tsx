import { useTranslation } from '@tessera/i18n/react.tsx';
import CircleAlert from 'lucide-react/icons/circle-alert';
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';

/** What every field needs. `errors` are whole sentences; `id` ties label, hint, error and control together. */
export type FieldProps = {
  id: string;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[];
  required?: boolean;
};

/** The attributes that tie a control to its label, hint and error. */
export function controlProps({ id, name, hint, errors, required }: FieldProps) {
  const hasError = Boolean(errors?.length);
  return {
    id,
    name,
    required: required || undefined,
    'aria-invalid': hasError || undefined,
    'aria-describedby': cx(hint !== undefined && `${id}-hint`, hasError && `${id}-error`) || undefined,
  } as const;
}

/** Label, hint, control and error of one field, in the order in which they are read. */
export function Field({ children, ...field }: FieldProps & { children: ReactNode }) {
  const { id, label, hint, errors, required } = field;
  return (
    <div className={fieldClass(errors)}>
      <label htmlFor={id} className="block font-semibold">
        {label}
        <OptionalMark required={required} />
      </label>
      <Hint id={id} hint={hint} />
      <FieldError id={id} errors={errors} />
      <div className="mt-1.5">{children}</div>
    </div>
  );
}

/** A group of controls that answer one question. */
export function FieldGroup({ children, ...field }: FieldProps & { children: ReactNode }) {
  const { id, label, hint, errors, required } = field;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={fieldClass(errors)}
      aria-describedby={controlProps(field)['aria-describedby']}
    >
      <legend className="block font-semibold">
        {label}
        <OptionalMark required={required} />
      </legend>
      <Hint id={id} hint={hint} />
      <FieldError id={id} errors={errors} />
      <div className="mt-2.5 space-y-1">{children}</div>
    </fieldset>
  );
}

export function FieldError({ id, errors }: Pick<FieldProps, 'id' | 'errors'>) {
  if (!errors?.length) return null;
  return (
    <p id={`${id}-error`} className="mt-1 flex items-start gap-1.5 text-sm font-semibold text-danger">
      <CircleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">{errors.join(' ')}</span>
    </p>
  );
}

export function Hint({ id, hint }: Pick<FieldProps, 'id' | 'hint'>) {
  if (hint === undefined) return null;
  return (
    <p id={`${id}-hint`} className="mt-0.5 text-sm text-muted">
      {hint}
    </p>
  );
}

export function fieldClass(errors: FieldProps['errors']): string {
  return cx('max-w-[36rem]', Boolean(errors?.length) && 'border-s-4 border-danger ps-4');
}

// Most fields are needed; the mark stands at those that are not.
function OptionalMark({ required }: Pick<FieldProps, 'required'>) {
  const { t } = useTranslation('common');
  return required ? null : <span className="ms-2 text-sm font-normal text-muted">({t('optional')})</span>;
}
