import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import { PrivacyWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, requests: await api(args).privacy.erasures(where) };
}

export const handle: Handle = { title: (t) => t('privacy:erasures.title') };

type Request = ReturnType<typeof useLoaderData<typeof loader>>['requests'][number];

export default function Erasures() {
  const { network, requests } = useLoaderData<typeof loader>();
  const { t } = useTranslation('privacy');
  const format = useFormats();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const columns: Column<Request>[] = [
    {
      key: 'who',
      header: t('erasures.who'),
      isName: true,
      cell: ({ email, ...person }) => (
        <>
          <PersonName {...person} />
          <span className="block font-normal text-muted">{email}</span>
        </>
      ),
    },
    {
      key: 'state',
      header: t('erasures.state'),
      cell: ({ state, hold }) => (
        <>
          <Badge
            tone={state === 'open' ? 'warning' : 'neutral'}
            shape={state === 'open' ? 'waiting' : 'done'}
          >
            {t(`erasures.states.${state as 'open'}`)}
          </Badge>
          {hold && <span className="block">{t('erasures.held')}</span>}
        </>
      ),
    },
    {
      key: 'due',
      header: t('erasures.due'),
      cell: ({ dueAt, isLate }) => (
        <>
          {format.date(dueAt, zone)}
          {isLate && (
            <span className="block">
              <Badge tone="danger" shape="attention">
                {t('erasures.late')}
              </Badge>
            </span>
          )}
        </>
      ),
    },
    {
      key: 'step',
      header: t('accesses.step'),
      cell: ({ id, state, ...person }) =>
        state === 'open' && (
          <Link
            to={paths.erasure(network, id)}
            aria-label={t('erasures.handleOf', { name: format.personName(person) })}
            className="link inline-flex min-h-9 items-center"
          >
            {t('erasures.handle')}
          </Link>
        ),
    },
  ];
  return (
    <>
      <PrivacyWays />
      <PageHeader title={t('erasures.title')} lead={t('erasures.lead')} />
      {requests.length === 0 ? (
        <Empty title={t('erasures.empty')}>{t('erasures.emptyText')}</Empty>
      ) : (
        <Table caption={t('erasures.caption')} columns={columns} rows={requests} rowKey={({ id }) => id} />
      )}
    </>
  );
}
