import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { OperatorTabs } from '~/components/founding/operator-tabs.tsx';
import { AccessTable } from '~/components/privacy/access-table.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { LinkButton } from '~/ui/button.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const core = api(args);
  // One after the other: who is no operator gets no second answer.
  const accesses = await core.privacy.operatorAccesses();
  return { accesses, erasures: await core.privacy.operatorErasures() };
}

export const handle: Handle = { title: (t) => t('privacy:operator.title') };

type Erasure = ReturnType<typeof useLoaderData<typeof loader>>['erasures'][number];

export default function OperatorPrivacy() {
  const { accesses, erasures } = useLoaderData<typeof loader>();
  const { t } = useTranslation('privacy');
  const format = useFormats();
  const columns: Column<Erasure>[] = [
    {
      key: 'number',
      header: t('erasures.number'),
      isName: true,
      cell: ({ id }) => <span className="break-all tabular-nums">{id}</span>,
    },
    {
      key: 'due',
      header: t('erasures.due'),
      cell: ({ dueAt, isLate }) => (
        <>
          {format.date(dueAt, 'UTC')}
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
      key: 'networks',
      header: t('erasures.state'),
      cell: ({ openNetworks }) => t('erasures.openNetworks', { count: openNetworks }),
    },
    {
      key: 'step',
      header: t('accesses.step'),
      cell: ({ id }) => (
        <Link
          to={paths.operatorErasure(id)}
          aria-label={t('erasures.handleOf', { name: id })}
          className="link inline-flex min-h-9 items-center"
        >
          {t('erasures.handle')}
        </Link>
      ),
    },
  ];
  return (
    <>
      <PageHeader title={t('operator.title')} lead={t('operator.lead')} />
      <OperatorTabs />
      <Section id="erasures" title={t('erasures.title')} lead={t('erasures.lead')} layout="full">
        {erasures.length > 0 ? (
          <Table caption={t('erasures.caption')} columns={columns} rows={erasures} rowKey={({ id }) => id} />
        ) : (
          <p className="text-muted">{t('erasures.empty')}</p>
        )}
      </Section>
      <Section
        id="accesses"
        title={t('accesses.title')}
        lead={t('accesses.lead')}
        layout="full"
        actions={<LinkButton to={paths.operatorAccess()}>{t('accesses.askTitle')}</LinkButton>}
      >
        {accesses.length > 0 ? (
          <AccessTable
            accesses={accesses}
            zone="UTC"
            decideAt={({ networkCode, id }) => paths.operatorAccessDecision(networkCode, id)}
            openAt={({ networkCode, recordId }) => paths.operatorReading(networkCode, recordId)}
          />
        ) : (
          <p className="text-muted">{t('accesses.empty')}</p>
        )}
      </Section>
    </>
  );
}
