import {
  type DefaultValue,
  type FieldMetadata,
  getFormProps,
  type SubmissionResult,
  useForm,
} from '@conform-to/react';
import { Form, type FormProps, useActionData, useNavigation } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { ReactNode } from 'react';
import { ErrorSummary, type FieldProblem } from './error-summary.tsx';
import type { FieldProps } from './field.tsx';

type Shape = Record<string, unknown>;

/** Labels by field name; a field of a list is named without its number: `people[].name`. */
type Words<Input extends Shape> = Partial<Record<Extract<keyof Input, string> | (string & {}), string>>;

/**
 * The state of one form: what was sent and refused, or the default values.
 * @param labels stand above the fields and in the summary of problems
 * @param optional names of the fields that may stay empty
 */
export function useTesseraForm<Input extends Shape>(options: {
  id: string;
  labels: Words<Input>;
  hints?: Words<Input>;
  optional?: readonly Extract<keyof Input, string>[];
  defaultValue?: DefaultValue<Input>;
}) {
  const { id, labels, hints = {} as Words<Input>, optional = [], defaultValue } = options;
  const lastResult = useActionData<SubmissionResult<string[]>>();
  const navigation = useNavigation();
  const [form, fields] = useForm<Input>({ id, lastResult, defaultValue, shouldRevalidate: 'onSubmit' });

  /** Everything a field component needs: `<TextField {...field('email')} type="email" />`. */
  function field(
    which: Extract<keyof Input, string> | FieldMetadata<unknown>,
  ): FieldProps & { defaultValue?: string } {
    const meta = typeof which === 'string' ? fields[which] : which;
    const plain = plainName(meta.name);
    return {
      id: meta.id,
      name: meta.name,
      label: labels[plain] ?? plain,
      hint: hints[plain],
      errors: meta.errors as string[] | undefined,
      required: !(optional as readonly string[]).includes(plain),
      defaultValue: typeof meta.initialValue === 'string' ? meta.initialValue : undefined,
    };
  }

  const isPending = navigation.state !== 'idle' && navigation.formData !== undefined;
  return { form, fields, field, labels, isPending };
}

/** A real form with the summary of its problems on top. Words about them come from the server, in the reader's language. */
export function TesseraForm<Input extends Shape>({
  state,
  children,
  ...rest
}: { state: ReturnType<typeof useTesseraForm<Input>>; children: ReactNode } & Omit<
  FormProps,
  'id' | 'onSubmit'
>) {
  const { t } = useTranslation('shell');
  const { form, labels } = state;
  const { '': own = [], ...perField } = form.allErrors as Record<string, string[]>;
  const messages = form.errors ?? own;
  const problems: FieldProblem[] = Object.entries(perField).map(([name, errors]) => ({
    id: idOf(form.id, name),
    label: (labels as Record<string, string | undefined>)[plainName(name)] ?? name,
    message: errors.join(' '),
  }));
  const title = problems.length > 0 ? t('formProblems', { count: problems.length }) : t('formRefused');
  return (
    <Form method="post" {...rest} {...getFormProps(form)} noValidate>
      <ErrorSummary title={title} messages={messages} problems={problems} />
      <div className="space-y-6">{children}</div>
    </Form>
  );
}

function idOf(formId: string, name: string): string {
  return `${formId}-${name}`;
}

function plainName(name: string): string {
  return name.replace(/\[\d+\]/g, '[]');
}
