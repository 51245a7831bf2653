import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { ConcernBadge } from '~/components/care/concern-badge.tsx';
import { EntryWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Moment } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList, Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const call = api(args);
  const [list, { viewer }] = await Promise.all([call.concerns.list(where), call.networks.shell(where)]);
  const summary = viewer?.can.includes('concern.summary') ? await call.concerns.summary(where) : null;
  return { network: where.network, ...list, summary };
}

export const handle: Handle = { title: (t) => t('care:concerns.title') };

export default function Concerns() {
  const { network, concerns, isLead, hasLead, summary } = useLoaderData<typeof loader>();
  const { t } = useTranslation('care');
  const format = useFormats();
  const timeZone = useNetwork()?.timeZone ?? 'UTC';
  const title = t(isLead ? 'concerns.all' : 'concerns.mine');
  return (
    <>
      <EntryWays />
      <PageHeader
        title={t('concerns.title')}
        lead={t('concerns.lead')}
        actions={
          <LinkButton to={paths.newConcern(network)} look="primary">
            {t('concerns.raise')}
          </LinkButton>
        }
      />
      {!hasLead && summary && (
        <div className="mb-10">
          <Notice
            tone="danger"
            title={t('concerns.noLead')}
            actions={<LinkButton to={paths.members(network)}>{t('concerns.people')}</LinkButton>}
          >
            {t('concerns.noLeadCoordinator')}
          </Notice>
        </div>
      )}
      <Section id="concerns" title={title} layout="full">
        {concerns.length === 0 ? (
          <Empty title={t('concerns.none')}>{t('concerns.noneText')}</Empty>
        ) : (
          <Table
            caption={title}
            isCaptionHidden
            rows={concerns}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'raised',
                header: t('concerns.raisedAt'),
                isName: true,
                cell: ({ raisedAt }) => <Moment at={raisedAt} timeZone={timeZone} />,
              },
              { key: 'state', header: t('concerns.state'), cell: (row) => <ConcernBadge {...row} /> },
              {
                key: 'due',
                header: t('concerns.due'),
                cell: ({ state, dueAt }) =>
                  state === 'raised' ? <Moment at={dueAt} timeZone={timeZone} /> : '–',
              },
              {
                key: 'open',
                header: t('concerns.open'),
                isSteps: true,
                cell: ({ id, raisedAt }) => (
                  <Link
                    to={paths.concern(network, id)}
                    className="link inline-flex min-h-11 items-center"
                    aria-label={t('concerns.openOf', { at: format.dateTime(raisedAt, timeZone) })}
                  >
                    {t('concerns.open')}
                  </Link>
                ),
              },
            ]}
          />
        )}
      </Section>
      {summary && (
        <Section id="figures" title={t('concerns.summary')} lead={t('concerns.summaryLead')}>
          <DefinitionList
            entries={(['leads', 'open', 'waiting', 'late', 'closed'] as const).map((each) => ({
              term: t(`concerns.counts.${each}`),
              value: format.number(summary[each]),
            }))}
          />
        </Section>
      )}
    </>
  );
}
