import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { OperatorTabs } from '~/components/founding/operator-tabs.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  return api(args).operator.health();
}

export const handle: Handle = { title: (t) => t('founding:operator.health') };

type Line = { key: string; part: string; isWell: boolean; details: string };

export default function Health() {
  const { database, relay, queue, mail, jobs, asks } = useLoaderData<typeof loader>();
  const { t } = useTranslation('founding');
  const format = useFormats();
  const lines: Line[] = [
    {
      key: 'database',
      part: t('operator.database'),
      isWell: database.isWell,
      details: t('operator.databaseText', { version: database.version, ms: database.answeredInMs }),
    },
    {
      key: 'relay',
      part: t('operator.relay'),
      isWell: relay.isWell,
      details: t('operator.relayText', {
        waiting: relay.waiting,
        lag: relay.lagSeconds,
        delivered: relay.deliveredLastHour,
      }),
    },
    {
      key: 'queue',
      part: t('operator.queue'),
      isWell: queue.isWell,
      details: `${queue.kind === 'redis' ? 'Redis' : 'PostgreSQL'}. ${t('operator.queueText', {
        when: queue.workerAt ? `${format.dateTime(queue.workerAt, 'UTC')} UTC` : t('operator.never'),
      })}`,
    },
    {
      key: 'mail',
      part: t('operator.mail'),
      isWell: mail.isWell,
      details: t('operator.mailText', {
        transport: mail.transport,
        sent: mail.sentLastDay,
        unsent: mail.unsent,
        uncertain: mail.uncertain,
      }),
    },
    {
      key: 'jobs',
      part: t('operator.dead'),
      isWell: jobs.isWell,
      details: t('operator.deadText', { count: jobs.dead }),
    },
    {
      key: 'asks',
      part: t('operator.asks'),
      isWell: asks.isWell,
      details: t('operator.asksText', { waiting: asks.unanswerable }),
    },
  ];
  const columns: Column<Line>[] = [
    { key: 'part', header: t('operator.part'), isName: true, cell: ({ part }) => part },
    {
      key: 'state',
      header: t('operator.condition'),
      cell: ({ isWell }) => (
        <Badge tone={isWell ? 'success' : 'warning'} shape={isWell ? 'done' : 'attention'}>
          {t(isWell ? 'operator.well' : 'operator.unwell')}
        </Badge>
      ),
    },
    { key: 'details', header: t('operator.details'), cell: ({ details }) => details },
  ];
  return (
    <>
      <PageHeader title={t('operator.health')} lead={t('operator.healthLead')} />
      <OperatorTabs />
      <Table
        caption={t('operator.health')}
        isCaptionHidden
        columns={columns}
        rows={lines}
        rowKey={({ key }) => key}
      />
    </>
  );
}
