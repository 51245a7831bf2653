import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Connection } from '@tessera/core/own-accounts/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { CallbackAddress } from '~/components/own-accounts/callback-address.tsx';
import { ProviderFields, useProviderForm } from '~/components/own-accounts/provider-fields.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { callback } = await api(args).ownAccounts.providers(where);
  return { ...where, callback };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, Connection, async ({ domains, ...input }) => {
    const { providerId } = await api(args).ownAccounts.connect({
      ...where,
      ...input,
      domains: domains.join('\n'),
    });
    return redirectWithFlash(paths.ownAccount(where.network, providerId), 'accounts:connected');
  });
}

export const handle: Handle = { title: (t) => t('accounts:add') };

export default function NewOwnAccount() {
  const { network, callback } = useLoaderData<typeof loader>();
  const { t } = useTranslation('accounts');
  const form = useProviderForm();
  const back = paths.ownAccounts(network);
  return (
    <>
      <Breadcrumbs label={t('title')} ways={[{ to: back, label: t('title') }]} />
      <PageHeader title={t('add')} lead={t('addLead')} />
      <TesseraForm state={form}>
        <ProviderFields form={form} isNew />
        <FormEnd back={back} isPending={form.isPending}>
          {t('connect')}
        </FormEnd>
      </TesseraForm>
      <CallbackAddress address={callback} />
    </>
  );
}
