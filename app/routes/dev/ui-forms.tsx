import { Form } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import Plus from 'lucide-react/icons/plus';
import { Button, ButtonRow, LinkButton, type Look } from '~/ui/button.tsx';
import {
  CheckboxField,
  CheckboxGroupField,
  type Option,
  RadioField,
  SelectField,
} from '~/ui/choice-field.tsx';
import { ErrorSummary } from '~/ui/error-summary.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Section } from '~/ui/page.tsx';
import { DateTimeField, TextareaField, TextField } from '~/ui/text-field.tsx';

const looks: Look[] = ['primary', 'quiet', 'danger'];

export function ButtonSamples() {
  const { t } = useTranslation(['dev', 'common']);
  return (
    <Section id="buttons" title={t('ui.sections.buttons')}>
      <div className="space-y-4">
        {looks.map((look) => (
          <ButtonRow key={look}>
            <Button type="button" look={look}>
              {t(`ui.words.${look}`)}
            </Button>
            <Button type="button" look={look} isPending>
              {t('ui.words.pending')}
            </Button>
            <Button type="button" look={look} disabled>
              {t('ui.words.disabled')}
            </Button>
            <Button type="button" look={look} icon={<Plus aria-hidden />}>
              {t('ui.words.withIcon')}
            </Button>
            <Button type="button" look={look} size="small">
              {t('ui.words.small')}
            </Button>
            <LinkButton to={paths.devUi()} look={look}>
              {t('ui.words.link')}
            </LinkButton>
          </ButtonRow>
        ))}
        <Form>
          <FormEnd back={paths.devUi()}>{t('common:save')}</FormEnd>
        </Form>
      </div>
    </Section>
  );
}

export function FieldSamples() {
  const { t } = useTranslation(['dev', 'common']);
  const words = { label: t('ui.sampleName'), hint: t('ui.sampleHint') };
  const errors = [t('ui.sampleError')];
  return (
    <Section id="forms" title={t('ui.sections.forms')}>
      <Form className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        <TextField id="f1" name="f1" {...words} required />
        <TextField id="f2" name="f2" {...words} required errors={errors} defaultValue="ana@" />
        <TextField id="f3" name="f3" {...words} disabled defaultValue={t('ui.words.disabled')} />
        <SelectField id="f4" name="f4" {...words} options={useOptions()} placeholder={t('common:all')} />
        <TextareaField id="f5" name="f5" {...words} rows={3} />
        <TextareaField id="f6" name="f6" {...words} rows={3} required errors={errors} />
        <DateTimeField id="f7" name="f7" label={words.label} hint={t('ui.words.whenHint')} required />
        <DateTimeField id="f8" name="f8" label={t('ui.words.oneDay')} withTime={false} />
        <RadioField id="f9" name="f9" {...words} required options={useOptions()} defaultValue="second" />
        <CheckboxGroupField
          id="f10"
          name="f10"
          {...words}
          options={useOptions()}
          errors={errors}
          defaultValue={['first']}
        />
        <CheckboxField id="f11" name="f11" label={t('ui.words.agree')} hint={t('ui.sampleHint')} />
        <CheckboxField id="f12" name="f12" label={t('ui.words.agree')} errors={errors} />
      </Form>
    </Section>
  );
}

export function SummarySample() {
  const { t } = useTranslation(['dev', 'shell']);
  const problem = { label: t('dev:ui.sampleName'), message: t('dev:ui.sampleError') };
  return (
    <Section id="summary" title={t('dev:ui.sections.summary')}>
      <ErrorSummary
        isCalm
        title={t('shell:formProblems', { count: 2 })}
        problems={[
          { id: 'f2', ...problem },
          { id: 'f6', ...problem },
        ]}
      />
    </Section>
  );
}

function useOptions(): Option[] {
  const { t } = useTranslation(['dev', 'common']);
  return [
    { value: 'first', label: t('ui.words.first') },
    { value: 'second', label: t('ui.words.second'), hint: t('ui.sampleHint') },
    { value: 'third', label: t('ui.words.third'), disabled: true },
  ];
}
