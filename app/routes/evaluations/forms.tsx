import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EvaluationRules } from '@tessera/core/evaluations/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { LevelsField } from '~/components/evaluations/plan-form.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, ...(await api(args).evaluations.forms(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, EvaluationRules, async (rules) => {
    await api(args).evaluations.saveRules({ ...where, ...rules });
    return redirectWithFlash(paths.evaluationForms(where.network), 'evaluations:forms.savedRules');
  });
}

export const handle: Handle = { title: (t) => t('evaluations:forms.title') };

export default function EvaluationForms() {
  const { network, forms } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluations');
  return (
    <>
      <Breadcrumbs
        label={t('forms.title')}
        ways={[{ to: paths.evaluations(network), label: t('summary.title') }]}
      />
      <PageHeader title={t('forms.title')} lead={t('forms.lead')} />
      {forms.map(({ level, version, questions }) => (
        <Section
          key={level}
          id={level}
          title={t(`levels.${level}`)}
          lead={version === 0 ? t('forms.platform') : t('forms.version', { version })}
          actions={
            <LinkButton
              to={paths.evaluationForm(network, level)}
              size="small"
              aria-label={t('forms.editFor', { level: t(`levels.${level}`) })}
            >
              {t('forms.edit')}
            </LinkButton>
          }
        >
          <ol className="max-w-[42rem] list-decimal space-y-1 ps-6">
            {questions.map(({ name, shown, kind }) => (
              <li key={name}>
                {shown} <span className="text-sm text-muted">({t(`form.kinds.${kind}`)})</span>
              </li>
            ))}
          </ol>
        </Section>
      ))}
      <RulesSection />
    </>
  );
}

const number = { type: 'number', inputMode: 'numeric', width: 'short', min: 1, max: 60 } as const;

function RulesSection() {
  const { rules } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluations');
  const state = useTesseraForm<z.input<typeof EvaluationRules>>({
    id: 'rules',
    labels: {
      levels: t('forms.levels'),
      openDays: t('forms.openDays'),
      daysBefore: t('forms.daysBefore'),
    },
    hints: { openDays: t('forms.openDaysHint'), daysBefore: t('forms.daysBeforeHint') },
    optional: ['levels'],
    defaultValue: {
      levels: [...rules.levels],
      openDays: String(rules.openDays),
      daysBefore: String(rules.daysBefore),
    },
  });
  return (
    <Section id="rules" title={t('forms.rules')} lead={t('forms.rulesLead')} isForScreen>
      <TesseraForm state={state}>
        <LevelsField field={state.field('levels')} chosen={state.fields.levels.initialValue} />
        <TextField {...state.field('openDays')} {...number} />
        <TextField {...state.field('daysBefore')} {...number} />
        <Button look="primary" isPending={state.isPending}>
          {t('forms.saveRules')}
        </Button>
      </TesseraForm>
    </Section>
  );
}
