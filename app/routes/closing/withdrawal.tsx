import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { closing } = await api(args).closing.page(where);
  if (closing?.state !== 'asked' && closing?.state !== 'confirmed') throw refuse('not_found');
  return where;
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, z.object({}), async () => {
    await api(args).closing.withdraw(where);
    return redirectWithFlash(paths.closing(where.network), 'closing:withdraw.done');
  });
}

export const handle: Handle = { title: (t) => t('closing:withdraw.title') };

export default function Withdrawal() {
  const { network } = useLoaderData<typeof loader>();
  const { t } = useTranslation('closing');
  const form = useTesseraForm({ id: 'withdrawal', labels: {} });
  const back = paths.closing(network);
  return (
    <>
      <Breadcrumbs label={t('title')} ways={[{ to: back, label: t('title') }]} />
      <PageHeader title={t('withdraw.title')} lead={t('withdraw.text')} />
      <TesseraForm state={form}>
        <FormEnd back={back} isPending={form.isPending}>
          {t('withdraw.button')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
