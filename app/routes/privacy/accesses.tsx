import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { AccessTable } from '~/components/privacy/access-table.tsx';
import { PrivacyWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, accesses: await api(args).privacy.accesses(where) };
}

export const handle: Handle = { title: (t) => t('privacy:accesses.title') };

export default function Accesses() {
  const { network, accesses } = useLoaderData<typeof loader>();
  const { t } = useTranslation('privacy');
  const zone = useNetwork()?.timeZone ?? 'UTC';
  return (
    <>
      <PrivacyWays />
      <PageHeader title={t('accesses.title')} lead={t('accesses.lead')} />
      {accesses.length === 0 ? (
        <Empty title={t('accesses.empty')}>{t('accesses.emptyText')}</Empty>
      ) : (
        <AccessTable
          accesses={accesses}
          zone={zone}
          decideAt={({ id }) => paths.accessDecision(network, id)}
          openAt={({ recordId }) => paths.consent(network, recordId)}
        />
      )}
    </>
  );
}
