import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { detailsOf, useEventWords } from '~/components/event-words.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const code = args.params.network ?? '';
  const before = new URL(args.request.url).searchParams.get('before');
  const { events, older, isOwn } = await api(args).events.history({ network: code, before });
  return {
    code,
    before,
    older,
    isOwn,
    events: events.map(({ id, kind, at, actorName, trainingId, trainingTitle, payload }) => ({
      id,
      kind,
      at,
      actorName,
      trainingId,
      trainingTitle,
      details: detailsOf(payload),
    })),
  };
}

export const handle: Handle = { title: (t) => t('identity:history.title') };

type Entry = ReturnType<typeof useLoaderData<typeof loader>>['events'][number];

export default function History() {
  const { code, before, older, isOwn, events } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation('identity');
  const words = useEventWords();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const columns: Column<Entry>[] = [
    {
      key: 'what',
      header: t('history.what'),
      isName: true,
      cell: ({ kind, details }) => words(kind, details),
    },
    {
      key: 'where',
      header: t('history.where'),
      cell: ({ trainingId, trainingTitle }) =>
        trainingId && (
          <Link to={paths.training(code, trainingId)} className="link">
            {trainingTitle}
          </Link>
        ),
    },
    { key: 'who', header: t('history.who'), cell: ({ actorName }) => actorName ?? t('history.system') },
    {
      key: 'when',
      header: t('history.when'),
      cell: ({ at }) => (
        <time dateTime={at.toISOString()} className="tabular-nums">
          {formats(language).dateTime(at, zone)}
        </time>
      ),
    },
  ];
  return (
    <>
      <PageHeader title={t('history.title')} lead={isOwn ? t('history.leadOwn') : t('history.lead')} />
      {events.length > 0 && (
        <Table
          caption={t('history.caption', { zone: formats(language).zone(zone) })}
          columns={columns}
          rows={events}
          rowKey={({ id }) => id}
        />
      )}
      {events.length === 0 && before === null && (
        <Empty title={t('history.empty')}>{isOwn ? t('history.emptyOwnText') : t('history.emptyText')}</Empty>
      )}
      {events.length === 0 && before !== null && <Empty title={t('history.noOlder')} />}
      <nav
        aria-label={t('history.title')}
        className="mt-6 flex flex-wrap justify-between gap-4"
        data-print="no"
      >
        {before !== null && (
          <Link to={paths.audit(code)} className="link inline-flex min-h-11 items-center">
            {t('history.newest')}
          </Link>
        )}
        {older !== null && (
          <Link
            to={paths.audit(code, { before: older })}
            rel="next"
            className="link ms-auto inline-flex min-h-11 items-center"
          >
            {t('history.older')}
          </Link>
        )}
      </nav>
    </>
  );
}
