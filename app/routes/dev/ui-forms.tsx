import { Form } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import Plus from 'lucide-react/icons/plus';
import { Button, ButtonRow, LinkButton, type Look } from '~/ui/button.tsx';
import { ErrorSummary } from '~/ui/error-summary.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Section } from '~/ui/page.tsx';

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
            <Button type="button" look={look} size="small" isPending>
              {t('ui.words.pending')}
            </Button>
            <LinkButton to={paths.devUi()} look={look}>
              {t('ui.words.link')}
            </LinkButton>
            <Button type="button" look={look}>
              {t('ui.sampleLong')}
            </Button>
          </ButtonRow>
        ))}
        <Form>
          <FormEnd back={paths.devUi()}>{t('common:save')}</FormEnd>
        </Form>
      </div>
    </Section>
  );
}

export function SummarySample() {
  const { t } = useTranslation(['dev', 'shell']);
  const problem = { label: t('dev:ui.sampleName'), message: t('dev:ui.sampleError') };
  return (
    <Section id="summary" title={t('dev:ui.sections.summary')}>
      <ErrorSummary isCalm title={t('shell:formRefused')} messages={[t('dev:ui.sampleError')]} />
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
