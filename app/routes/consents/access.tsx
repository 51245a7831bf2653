import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AccessRequest } from '@tessera/core/privacy/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { consentParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

const Reason = AccessRequest.pick({ reason: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = consentParams(args);
  const call = api(args);
  const { viewer } = await call.networks.shell({ network: where.network });
  if (!viewer?.can.includes('access.ask')) throw refuse('not_found');
  const consents = await call.consents.list({ network: where.network });
  if (!consents.some(({ id, subjectKind }) => id === where.consentId && subjectKind === 'sealed'))
    throw refuse('not_found');
  return where;
}

export async function action(args: ActionFunctionArgs) {
  const where = consentParams(args);
  return submit(args, Reason, async ({ reason }) => {
    await api(args).privacy.askAccess({ ...where, reason });
    return redirectWithFlash(paths.accesses(where.network), 'privacy:consents.asked');
  });
}

export const handle: Handle = { title: (t) => t('privacy:consents.ask') };

export default function Access() {
  const { network, consentId } = useLoaderData<typeof loader>();
  const { t } = useTranslation('privacy');
  const form = useTesseraForm<z.input<typeof Reason>>({
    id: 'access',
    labels: { reason: t('consents.reason') },
    hints: { reason: t('consents.reasonHint') },
  });
  return (
    <>
      <PageHeader title={t('consents.ask')} lead={t('consents.askText')} />
      <TesseraForm state={form}>
        <TextareaField {...form.field('reason')} rows={3} />
        <FormEnd back={paths.consent(network, consentId)} isPending={form.isPending}>
          {t('consents.ask')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
