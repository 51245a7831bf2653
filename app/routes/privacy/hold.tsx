import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Hold } from '@tessera/core/privacy/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { requestParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

const Reason = Hold.pick({ reason: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = requestParams(args);
  const requests = await api(args).privacy.erasures({ network: where.network });
  if (!requests.some(({ id, state }) => id === where.requestId && state === 'open'))
    throw refuse('not_found');
  return where;
}

export async function action(args: ActionFunctionArgs) {
  const where = requestParams(args);
  return submit(args, Reason, async ({ reason }) => {
    await api(args).privacy.setHold({ ...where, reason });
    return redirectWithFlash(paths.erasure(where.network, where.requestId), 'privacy:erasures.holdSet');
  });
}

export const handle: Handle = { title: (t) => t('privacy:erasures.hold') };

export default function LegalHold() {
  const { network, requestId } = useLoaderData<typeof loader>();
  const { t } = useTranslation('privacy');
  const form = useTesseraForm<z.input<typeof Reason>>({
    id: 'hold',
    labels: { reason: t('erasures.holdReason') },
    hints: { reason: t('erasures.holdHint') },
  });
  return (
    <>
      <PageHeader title={t('erasures.hold')} lead={t('erasures.holdText')} />
      <TesseraForm state={form}>
        <TextareaField {...form.field('reason')} rows={3} />
        <FormEnd back={paths.erasure(network, requestId)} isPending={form.isPending}>
          {t('erasures.setHold')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
