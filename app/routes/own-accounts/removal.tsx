import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { providerParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = providerParams(args);
  const { name, people } = await api(args).ownAccounts.provider(where);
  return { ...where, name, people };
}

export async function action(args: ActionFunctionArgs) {
  const where = providerParams(args);
  return submit(args, z.object({}), async () => {
    await api(args).ownAccounts.remove(where);
    return redirectWithFlash(paths.ownAccounts(where.network), 'accounts:removed');
  });
}

export const handle: Handle = { title: (t) => t('accounts:removeTitle') };

export default function OwnAccountRemoval() {
  const { network, providerId, name, people } = useLoaderData<typeof loader>();
  const { t } = useTranslation('accounts');
  const state = useTesseraForm({ id: 'removal', labels: {} });
  return (
    <>
      <Breadcrumbs label={t('title')} ways={[{ to: paths.ownAccounts(network), label: t('title') }]} />
      <PageHeader title={t('removeTitle')} lead={t('removeText')} />
      <div className="mb-8">
        <DefinitionList
          entries={[
            { term: t('name'), value: name },
            { term: t('people'), value: people },
          ]}
        />
      </div>
      <TesseraForm state={state}>
        <FormEnd
          back={paths.ownAccount(network, providerId)}
          backLabel={t('keep')}
          look="danger"
          isPending={state.isPending}
        >
          {t('remove')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
