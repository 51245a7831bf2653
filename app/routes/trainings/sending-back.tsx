import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SendingBack } from '@tessera/core/trainings/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

const Reason = SendingBack.pick({ reason: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const { training, moves } = await api(args).trainings.manage(where);
  if (!moves.includes('send_back')) throw refuse('transition_not_possible');
  return { network: where.network, training };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, Reason, async ({ reason }) => {
    await api(args).trainings.sendBack({ ...where, reason });
    return redirectWithFlash(paths.manage(where.network, where.trainingId), 'trainings:sendingBack.done');
  });
}

export const handle: Handle = { title: (t) => t('trainings:sendingBack.title') };

export default function SendBack() {
  const { network, training } = useLoaderData<typeof loader>();
  const { t } = useTranslation('trainings');
  const state = useTesseraForm<z.input<typeof Reason>>({
    id: 'return',
    labels: { reason: t('sendingBack.reason') },
    hints: { reason: t('sendingBack.reasonHint') },
  });
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('sendingBack.title')} lead={t('sendingBack.lead')} />
      <TesseraForm state={state}>
        <TextareaField {...state.field('reason')} rows={3} />
        <FormEnd back={paths.manage(network, training.id)} isPending={state.isPending}>
          {t('sendingBack.submit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
