import { Form } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { ChipField } from '~/ui/chips.tsx';
import {
  CheckboxField,
  CheckboxGroupField,
  type Option,
  RadioField,
  SelectField,
} from '~/ui/choice-field.tsx';
import { DefaultSubmit } from '~/ui/default-submit.tsx';
import { FileField } from '~/ui/file-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Section } from '~/ui/page.tsx';
import { DateTimeField, TextareaField, TextField } from '~/ui/text-field.tsx';

const grid = 'grid gap-x-10 gap-y-6 md:grid-cols-2';

export function FieldSamples() {
  const { words, wrong, long } = useWords();
  const { t } = useTranslation(['dev', 'common']);
  const off = { disabled: true, hint: t('ui.words.disabled') };
  return (
    <Section id="forms" title={t('ui.sections.forms')}>
      <Form className={grid}>
        <DefaultSubmit />
        <TextField id="f1" name="f1" {...words} required />
        <TextField id="f2" name="f2" {...words} {...wrong} defaultValue="ana@" />
        <TextField id="f3" name="f3" {...words} {...off} defaultValue={t('ui.sampleName')} />
        <TextField id="f4" name="f4" {...long} defaultValue={t('ui.sampleLong')} />
        <TextareaField id="f5" name="f5" {...words} rows={3} />
        <TextareaField id="f6" name="f6" {...words} rows={3} {...wrong} />
        <TextareaField id="f7" name="f7" {...words} {...off} rows={3} defaultValue={t('ui.sampleText')} />
        <TextareaField id="f8" name="f8" {...long} rows={3} defaultValue={t('ui.sampleText')} />
        <DateTimeField id="f9" name="f9" {...words} hint={t('ui.words.whenHint')} required />
        <DateTimeField id="f10" name="f10" {...words} {...wrong} />
        <DateTimeField id="f11" name="f11" {...words} {...off} defaultValue="2026-05-01T09:00" />
        <DateTimeField id="f12" name="f12" label={t('ui.words.oneDay')} withTime={false} />
        <FileField id="f13" name="f13" {...words} accept="image/png" />
        <FileField id="f14" name="f14" {...words} accept="image/png" {...wrong} />
      </Form>
    </Section>
  );
}

export function ChoiceSamples() {
  const { words, wrong, long } = useWords();
  const { t } = useTranslation(['dev', 'common']);
  const options = useOptions();
  const chips = options.map(({ value, label }) => ({ value, label: String(label) }));
  return (
    <Section id="choices" title={t('ui.sections.choices')}>
      <Form className={grid}>
        <SelectField id="c1" name="c1" {...words} options={options} placeholder={t('common:all')} />
        <SelectField id="c2" name="c2" {...words} options={options} {...wrong} />
        <SelectField id="c3" name="c3" {...words} options={options} disabled />
        <SelectField id="c4" name="c4" {...long} options={options} defaultValue="long" />
        <RadioField id="c5" name="c5" {...words} required options={options} defaultValue="second" />
        <RadioField id="c6" name="c6" {...words} options={options} {...wrong} />
        <CheckboxGroupField id="c7" name="c7" {...long} options={options} defaultValue={['first']} />
        <CheckboxGroupField id="c8" name="c8" {...words} options={options} {...wrong} />
        <ChipField id="c9" name="c9" {...words} required options={chips} chosen={['second']} />
        <ChipField id="c10" name="c10" {...words} options={chips} chosen={[]} {...wrong} />
        <ChipField id="c11" name="c11" {...long} options={chips} chosen={['first', 'long']} isMany />
        <CheckboxField id="c12" name="c12" label={t('ui.words.agree')} hint={words.hint} />
        <CheckboxField id="c13" name="c13" label={t('ui.words.agree')} errors={wrong.errors} />
        <CheckboxField id="c14" name="c14" label={t('ui.words.agree')} disabled defaultChecked />
      </Form>
    </Section>
  );
}

/** As pages make their forms; it only asks this page again. */
export function FormSample() {
  const { t } = useTranslation(['dev', 'common']);
  const form = useTesseraForm<{ sample: string }>({
    id: 'whole',
    labels: { sample: t('ui.sampleName') },
    hints: { sample: t('ui.sampleHint') },
  });
  return (
    <Section id="form" title={t('ui.sections.form')} lead={t('ui.sampleHint')}>
      <TesseraForm state={form} method="get">
        <TextField {...form.field('sample')} />
        <FormEnd back={paths.devUi()} isPending={form.isPending}>
          {t('common:save')}
        </FormEnd>
      </TesseraForm>
    </Section>
  );
}

function useWords() {
  const { t } = useTranslation('dev');
  const words = { label: t('ui.sampleName'), hint: t('ui.sampleHint') };
  return {
    words,
    wrong: { required: true, errors: [t('ui.sampleError')] },
    long: { label: t('ui.sampleLong'), hint: t('ui.sampleText') },
  };
}

function useOptions(): Option[] {
  const { t } = useTranslation('dev');
  return [
    { value: 'first', label: t('ui.words.first') },
    { value: 'second', label: t('ui.words.second'), hint: t('ui.sampleHint') },
    { value: 'third', label: t('ui.words.third'), disabled: true },
    { value: 'long', label: t('ui.sampleLong') },
  ];
}
