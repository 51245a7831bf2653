import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ApplicationFilter } from '@tessera/core/joining/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { MembershipBadge } from '~/components/institutions/state-badges.tsx';
import { placeOf, useInstitutionWords } from '~/components/institutions/words.ts';
import { ApplicationBadge } from '~/components/joining/application-badge.tsx';
import { ApplicationWays } from '~/components/joining/application-ways.tsx';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { Moment } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';
import { Pagination, Tabs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const query = Object.fromEntries(new URL(args.request.url).searchParams);
  const { data: filter = { show: 'open' as const, page: 1 } } = ApplicationFilter.safeParse(query);
  return { network: where.network, ...filter, ...(await api(args).joining.list({ ...where, ...filter })) };
}

export const handle: Handle = { title: (t) => t('joining:list.title') };

export default function Applications() {
  const { network, show, page, pages, applications, entered } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['joining', 'institutions']);
  const words = useInstitutionWords();
  const timeZone = useNetwork()?.timeZone ?? 'UTC';
  const columns = {
    kind: { key: 'kind', header: t('institutions:directory.kind') },
    place: { key: 'place', header: t('institutions:directory.place') },
    state: { key: 'state', header: t('institutions:directory.state') },
  };
  return (
    <>
      <ApplicationWays isBeneath={false} />
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <Tabs
        label={t('list.title')}
        tabs={(['open', 'decided'] as const).map((each) => ({
          to: paths.applications(network, each === 'open' ? {} : { show: each }),
          label: t(`list.${each}`),
          isCurrent: each === show,
        }))}
      />
      {applications.length === 0 ? (
        <Empty title={t(show === 'open' ? 'list.none' : 'list.noneDecided')}>
          {show === 'open' && t('list.noneText')}
        </Empty>
      ) : (
        <Table
          caption={t(`list.${show}`)}
          isCaptionHidden
          rows={applications}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              header: t('ask.institution'),
              isName: true,
              cell: ({ id, name }) => (
                <Link to={paths.application(network, id)} className="link wrap-anywhere" translate="no">
                  {name}
                </Link>
              ),
            },
            { ...columns.kind, cell: ({ kind }) => words.kind(kind) },
            { ...columns.place, cell: placeOf },
            { key: 'contact', header: t('list.contact'), cell: (row) => <PersonName {...row} /> },
            {
              key: 'asked',
              header: t('list.asked'),
              cell: ({ confirmedAt }) => <Moment at={confirmedAt} timeZone={timeZone} />,
            },
            { ...columns.state, cell: ({ state }) => <ApplicationBadge state={state} /> },
          ]}
        />
      )}
      <Pagination page={page} pages={pages} to={(to) => paths.applications(network, { show, page: to })} />
      {entered.length > 0 && (
        <Section id="entered" title={t('list.entered')} lead={t('list.enteredLead')} layout="full">
          <Table
            caption={t('list.entered')}
            isCaptionHidden
            rows={entered}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                header: t('ask.institution'),
                isName: true,
                cell: ({ id, name }) => (
                  <Link to={paths.institution(network, id)} className="link" translate="no">
                    {name}
                  </Link>
                ),
              },
              { ...columns.kind, cell: ({ kind }) => words.kind(kind) },
              { ...columns.place, cell: placeOf },
              { ...columns.state, cell: ({ state }) => <MembershipBadge state={state} /> },
            ]}
          />
        </Section>
      )}
    </>
  );
}
