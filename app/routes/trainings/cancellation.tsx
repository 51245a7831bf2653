import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Cancellation } from '@tessera/core/trainings/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { When } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

const Reason = Cancellation.pick({ reason: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const { training, moves } = await api(args).trainings.manage(where);
  return { network: where.network, training, isPossible: moves.includes('cancel') };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, Reason, async ({ reason }) => {
    await api(args).trainings.cancel({ ...where, reason });
    return redirectWithFlash(
      paths.manage(where.network, where.trainingId),
      'trainings:cancellation.done',
      {},
      'info',
    );
  });
}

export const handle: Handle = { title: (t) => t('trainings:cancellation.title') };

export default function CancelTraining() {
  const { network, training, isPossible } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['trainings', 'common']);
  const manage = paths.manage(network, training.id);
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={training.title}
        title={t(isPossible ? 'cancellation.title' : 'cancellation.notPossible')}
        lead={isPossible && t('cancellation.lead')}
      >
        <p className="mt-4">
          <When {...training} withTimes />
        </p>
      </PageHeader>
      {isPossible ? (
        <CancelForm manage={manage} />
      ) : (
        <Notice
          title={t('cancellation.notPossible')}
          actions={<LinkButton to={manage}>{t('common:back')}</LinkButton>}
        >
          {t('cancellation.notPossibleText')}
        </Notice>
      )}
    </>
  );
}

function CancelForm({ manage }: { manage: string }) {
  const { training } = useLoaderData<typeof loader>();
  const { t } = useTranslation('trainings');
  const format = useFormats();
  const state = useTesseraForm<z.input<typeof Reason>>({
    id: 'cancellation',
    labels: { reason: t('cancellation.reason') },
    hints: { reason: t('cancellation.reasonHint') },
    optional: ['reason'],
  });
  const seats = format.number(training.takenCount + training.waitingCount);
  return (
    <TesseraForm state={state}>
      <div>
        <h2 className="font-semibold">{t('cancellation.effects')}</h2>
        <ul className="mt-1 list-disc ps-6">
          <li>{t('cancellation.effectSeats', { seats })}</li>
          <li>{t('cancellation.effectMail')}</li>
          <li>{t('cancellation.effectPage')}</li>
        </ul>
      </div>
      <TextareaField {...state.field('reason')} rows={3} />
      <FormEnd back={manage} backLabel={t('cancellation.keep')} look="danger" isPending={state.isPending}>
        {t('cancellation.submit')}
      </FormEnd>
    </TesseraForm>
  );
}
