import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { useDays } from '~/components/mentoring/words.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { SupervisionWays } from '~/components/supervision/supervision-ways.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { supervisionParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = supervisionParams(args);
  return { network: where.network, ...(await api(args).supervision.cancellable(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = supervisionParams(args);
  return submit(args, z.object({}), async () => {
    await api(args).supervision.cancel(where);
    return redirectWithFlash(paths.supervision(where.network), 'supervision:cancelling.done', {}, 'info');
  });
}

export const handle: Handle = { title: (t) => t('supervision:cancelling.title') };

export default function CancelSupervision() {
  const { network, id, day, kind } = useLoaderData<typeof loader>();
  const { t } = useTranslation('supervision');
  const days = useDays();
  const state = useTesseraForm({ id: 'cancellation', labels: {} });
  return (
    <>
      <SupervisionWays />
      <PageHeader
        eyebrow={[t(`kinds.${kind}`), days.day(day)].join(' · ')}
        title={t('cancelling.title')}
        lead={t('cancelling.lead')}
      />
      <TesseraForm state={state}>
        <FormEnd
          back={paths.supervisionMeeting(network, id)}
          backLabel={t('cancelling.keep')}
          look="danger"
          isPending={state.isPending}
        >
          {t('cancelling.title')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
