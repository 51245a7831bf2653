import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { OperatorAccessRequest } from '@tessera/core/privacy/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  await api(args).privacy.operatorAccesses();
  return null;
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, OperatorAccessRequest, async (input) => {
    await api(args).privacy.askAccessAsOperator(input);
    return redirectWithFlash(paths.operatorPrivacy(), 'privacy:consents.asked');
  });
}

export const handle: Handle = { title: (t) => t('privacy:accesses.askTitle') };

export default function OperatorAccess() {
  const { t } = useTranslation('privacy');
  const form = useTesseraForm<z.input<typeof OperatorAccessRequest>>({
    id: 'access',
    labels: {
      network: t('accesses.network'),
      consentId: t('accesses.record'),
      reason: t('consents.reason'),
    },
    hints: {
      network: t('accesses.networkHint'),
      consentId: t('accesses.recordHint'),
      reason: t('consents.reasonHint'),
    },
  });
  return (
    <>
      <PageHeader title={t('accesses.askTitle')} lead={t('accesses.lead')} />
      <TesseraForm state={form}>
        <TextField {...form.field('network')} autoComplete="off" />
        <TextField {...form.field('consentId')} autoComplete="off" />
        <TextareaField {...form.field('reason')} rows={3} />
        <FormEnd back={paths.operatorPrivacy()} isPending={form.isPending}>
          {t('accesses.askTitle')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
