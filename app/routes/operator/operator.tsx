import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import Plus from 'lucide-react/icons/plus';
import { OperatorNetworks } from '~/components/founding/operator-networks.tsx';
import { OperatorTabs } from '~/components/founding/operator-tabs.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { FailedJobs } from './failed-jobs.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { operator } = api(args);
  // One after the other: who is no operator gets no second answer.
  const { jobs } = await operator.failedJobs();
  const { networks } = await operator.networks();
  return { jobs, networks };
}

export const handle: Handle = { title: (t) => t('operator:title') };

export default function Operator() {
  const { jobs, networks } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['operator', 'founding']);
  const names = new Map(networks.map(({ code, name }) => [code, name]));
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <OperatorTabs />
      <Section id="jobs" title={t('jobs')} lead={t('jobsLead')} layout="full">
        {jobs.length > 0 ? (
          <FailedJobs jobs={jobs} networkName={(code) => names.get(code) ?? t('platform')} />
        ) : (
          <p className="text-muted">{t('noJobs')}</p>
        )}
      </Section>
      <Section
        id="networks"
        title={t('networks')}
        lead={t('founding:tree.childrenLead')}
        layout="full"
        actions={
          <LinkButton to={paths.newNetwork()} look="primary" icon={<Plus aria-hidden />}>
            {t('founding:operator.new')}
          </LinkButton>
        }
      >
        {networks.length > 0 ? (
          <OperatorNetworks networks={networks} />
        ) : (
          <p className="text-muted">{t('noNetworks')}</p>
        )}
      </Section>
    </>
  );
}
