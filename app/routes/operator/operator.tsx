import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';
import { FailedJobs } from './failed-jobs.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const core = api(args);
  // One after the other: who is no operator gets no second answer.
  const { jobs } = await core.operator.failedJobs();
  const { networks } = await core.networks.publicTree();
  return { jobs, networks };
}

export const handle: Handle = { title: (t) => t('operator:title') };

type Network = ReturnType<typeof useLoaderData<typeof loader>>['networks'][number];

export default function Operator() {
  const { jobs, networks } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['operator', 'people', 'privacy']);
  const names = new Map(networks.map(({ code, name }) => [code, name]));
  const columns: Column<Network>[] = [
    {
      key: 'network',
      header: t('network'),
      isName: true,
      cell: ({ code, name, parentCode }) => (
        <>
          <Link to={paths.network(code)} className="link">
            {name}
          </Link>
          {parentCode && names.has(parentCode) && (
            <span className="block font-normal text-muted">
              {t('under', { network: names.get(parentCode) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'institutions',
      header: t('institutions'),
      isNumber: true,
      cell: ({ institutions }) => institutions,
    },
    {
      key: 'open',
      header: t('openTrainings'),
      isNumber: true,
      cell: ({ openTrainings }) => openTrainings,
    },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton to={paths.operatorAccounts()}>{t('people:operator.title')}</LinkButton>
            <LinkButton to={paths.operatorPrivacy()}>{t('privacy:operator.link')}</LinkButton>
          </>
        }
      />
      <Section id="jobs" title={t('jobs')} lead={t('jobsLead')} layout="full">
        {jobs.length > 0 ? (
          <FailedJobs jobs={jobs} networkName={(code) => names.get(code) ?? t('platform')} />
        ) : (
          <p className="text-muted">{t('noJobs')}</p>
        )}
      </Section>
      <Section id="networks" title={t('networks')} layout="full">
        {networks.length > 0 ? (
          <Table
            caption={t('networksCaption')}
            isCaptionHidden
            columns={columns}
            rows={networks}
            rowKey={({ code }) => code}
          />
        ) : (
          <p className="text-muted">{t('noNetworks')}</p>
        )}
      </Section>
    </>
  );
}
