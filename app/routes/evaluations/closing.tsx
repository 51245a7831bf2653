import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { leastAnswers } from '@tessera/core/evaluations/rules.ts';
import type { EvaluationStage } from '@tessera/core/evaluations/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const { training, stages, canClose } = await api(args).evaluations.ofTraining(where);
  const found = stages.find(({ stage, state }) => stage === args.params.stage && state === 'open');
  if (!found) throw refuse('not_found');
  if (!canClose) throw refuse('not_allowed');
  const { stage, answered } = found;
  return { network: where.network, training, stage, answered };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, z.object({}), async () => {
    await api(args).evaluations.close({ ...where, stage: args.params.stage as EvaluationStage });
    return redirectWithFlash(paths.evaluation(where.network, where.trainingId), 'evaluations:closing.done');
  });
}

export const handle: Handle = { title: (t) => t('evaluations:closing.title') };

export default function CloseEvaluation() {
  const { network, training, stage, answered } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluations');
  const state = useTesseraForm({ id: 'closing', labels: {} });
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('closing.title')} lead={t('closing.lead')} />
      <div className="mb-8">
        <DefinitionList
          entries={[
            { term: t('closing.stage'), value: t(`stages.${stage}`) },
            { term: t('closing.answered'), value: answered },
          ]}
        />
      </div>
      {answered > 0 && answered < leastAnswers && (
        <div className="mb-8">
          <Notice tone="warning" title={t('results.few')}>
            {t('closing.few')}
          </Notice>
        </div>
      )}
      <TesseraForm state={state}>
        <FormEnd
          back={paths.evaluation(network, training.id)}
          backLabel={t('closing.keep')}
          look="danger"
          isPending={state.isPending}
        >
          {t('closing.submit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
