import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { questionParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { questionId, ...where } = questionParams(args);
  const call = api(args);
  const [{ questions }, { id, title }] = await Promise.all([
    call.questions.build(where),
    call.trainings.page(where),
  ]);
  const question = questions.find((each) => each.id === questionId);
  if (!question) throw refuse('not_found');
  return { network: where.network, training: { id, title }, question };
}

export async function action(args: ActionFunctionArgs) {
  const where = questionParams(args);
  return submit(args, z.object({}), async () => {
    await api(args).questions.remove(where);
    return redirectWithFlash(paths.questions(where.network, where.trainingId), 'answers:builder.removed');
  });
}

export const handle: Handle = { title: (t) => t('answers:builder.removeTitle') };

/** Says how many answers go with a question before it goes. */
export default function QuestionRemoval() {
  const { network, training, question } = useLoaderData<typeof loader>();
  const { t } = useTranslation('answers');
  const state = useTesseraForm({ id: 'removal', labels: {} });
  const { answers } = question;
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={question.text}
        title={t('builder.removeTitle')}
        lead={answers === 0 ? t('builder.removeNone') : t('builder.removeCount', { count: answers })}
      />
      <TesseraForm state={state}>
        <FormEnd back={paths.questions(network, training.id)} look="danger" isPending={state.isPending}>
          {t('builder.remove')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
