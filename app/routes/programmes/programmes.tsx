import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import Plus from 'lucide-react/icons/plus';
import { MentoringTabs } from '~/components/programmes/mentoring-tabs.tsx';
import { ProgrammeStateBadge } from '~/components/programmes/state-badges.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, programmes: await api(args).mentoring.programmes(where) };
}

export const handle: Handle = { title: (t) => t('programmes:programmes.title') };

export default function Programmes() {
  const { network, programmes } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programmes');
  const format = useFormats();
  const add = useCan()('programme.create') && (
    <LinkButton to={paths.newMentoringProgramme(network)} look="primary" icon={<Plus aria-hidden />}>
      {t('programmes.add')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('programmes.title')}
        lead={t('programmes.lead')}
        actions={programmes.length > 0 && add}
      />
      <MentoringTabs network={network} current="programmes" />
      {programmes.length === 0 ? (
        <Empty title={t('programmes.empty')} action={add}>
          {t('programmes.emptyText')}
        </Empty>
      ) : (
        <Table
          caption={t('programmes.title')}
          isCaptionHidden
          rows={programmes}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              header: t('programmes.name'),
              isName: true,
              cell: ({ id, title, code }) => (
                <>
                  <Link to={paths.mentoringProgramme(network, id)} className="link" translate="no">
                    {title}
                  </Link>
                  {title !== code && (
                    <span className="block font-normal text-muted" translate="no">
                      {code}
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'state',
              header: t('programmes.state'),
              cell: ({ state }) => <ProgrammeStateBadge state={state} />,
            },
            {
              key: 'rhythm',
              header: t('programmes.rhythm'),
              cell: ({ cadenceDays }) => t('programmes.days', { count: cadenceDays }),
            },
            {
              key: 'cohorts',
              header: t('programmes.cohorts'),
              cell: ({ cohorts }) => (
                <span translate="no">{format.list(cohorts.map(({ name }) => name))}</span>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
