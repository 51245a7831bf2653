import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EvaluationPlan } from '@tessera/core/evaluations/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Learned } from '~/components/evaluations/learned.tsx';
import { PlanForm } from '~/components/evaluations/plan-form.tsx';
import { StageSection } from '~/components/evaluations/stage-section.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { ExportLinks } from '~/components/transfer/export-links.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Prose, Section } from '~/ui/page.tsx';

const Plan = EvaluationPlan.omit({ trainingId: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  return { network: where.network, ...(await api(args).evaluations.ofTraining(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, Plan, async (plan) => {
    await api(args).evaluations.plan({ ...where, ...plan });
    return redirectWithFlash(paths.evaluation(where.network, where.trainingId), 'evaluations:plan.saved');
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && `${t('evaluations:title')}: ${data.training.title}`,
};

export default function TrainingEvaluationPage() {
  const { network, training, plan, stages, canClose } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluations');
  const { resultUrl, resultText } = plan;
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('title')} lead={t('results.lead')}>
        {stages.some(({ questions }) => questions !== null) && (
          <ExportLinks
            csv={paths.evaluationExport(network, training.id, 'csv')}
            xlsx={paths.evaluationExport(network, training.id, 'xlsx')}
          />
        )}
      </PageHeader>
      {stages.length === 0 && <Empty title={t('results.nothing')}>{t('results.nothingText')}</Empty>}
      <Learned stages={stages} />
      {stages.map((result) => (
        <StageSection
          key={result.stage}
          network={network}
          training={training}
          result={result}
          canClose={canClose}
        />
      ))}
      {(resultUrl || resultText) && (
        <Section id="result" title={t('results.result')}>
          <Prose>
            {resultText && <p>{resultText}</p>}
            {resultUrl && (
              <p>
                <a href={resultUrl} rel="noreferrer">
                  {t('results.resultLink')}
                </a>
              </p>
            )}
          </Prose>
        </Section>
      )}
      <PlanForm plan={plan} />
    </>
  );
}
