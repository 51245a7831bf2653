import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const { training } = await api(args).trainings.manage(where);
  return { network: where.network, training };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, z.object({}), async () => {
    await api(args).registering.renewLink(where);
    return redirectWithFlash(
      paths.registrationWays(where.network, where.trainingId),
      'registering:ways.renewed',
    );
  });
}

export const handle: Handle = { title: (t) => t('registering:ways.renew') };

/** Asks once more before the link that was given out stops working. */
export default function LinkRenewal() {
  const { network, training } = useLoaderData<typeof loader>();
  const { t } = useTranslation('registering');
  const state = useTesseraForm({ id: 'link', labels: {} });
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('ways.renew')} lead={t('ways.renewText')} />
      <TesseraForm state={state}>
        <FormEnd
          back={paths.registrationWays(network, training.id)}
          look="danger"
          isPending={state.isPending}
        >
          {t('ways.renew')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
