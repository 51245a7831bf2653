import { Link } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { formats } from '@tessera/i18n/format.ts';
import { isLanguage, languageNames } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { type Column, Table } from '~/ui/table.tsx';
import { MessageState } from './message-state.tsx';
import { Recipient } from './recipient.tsx';

type Message = Awaited<ReturnType<Caller['messages']['list']>>['messages'][number];
type Sort = 'newest' | 'oldest' | 'person';

/** What was sent to whom, one line each; the kind leads to the message. */
export function MessageTable({
  code,
  messages,
  total,
  sort,
  sortTo,
}: {
  code: string;
  messages: readonly Message[];
  total: number;
  sort: Sort;
  sortTo: (sort: Sort) => string;
}) {
  const { t, language } = useTranslation('messages');
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const columns: Column<Message>[] = [
    {
      key: 'kind',
      header: t('log.kind'),
      isName: true,
      cell: ({ id, kind }) => (
        <Link to={paths.message(code, id)} className="link">
          {t(`kinds.${kind}`)}
        </Link>
      ),
    },
    {
      key: 'to',
      header: t('log.to'),
      sort: { to: sortTo('person'), ...(sort === 'person' ? { direction: 'ascending' } : {}) },
      cell: (message) => <Recipient {...message} />,
    },
    {
      key: 'when',
      header: t('log.when'),
      sort: {
        to: sortTo(sort === 'newest' ? 'oldest' : 'newest'),
        ...(sort === 'person' ? {} : { direction: sort === 'newest' ? 'descending' : 'ascending' }),
      },
      cell: ({ createdAt, sentAt }) => {
        const at = sentAt ?? createdAt;
        return (
          <time dateTime={at.toISOString()} className="tabular-nums">
            {formats(language).dateTime(at, zone)}
          </time>
        );
      },
    },
    {
      key: 'language',
      header: t('log.language'),
      cell: ({ language: written }) => (isLanguage(written) ? languageNames[written] : written),
    },
    { key: 'state', header: t('log.state'), cell: ({ state }) => <MessageState state={state} /> },
  ];
  return (
    <Table
      caption={`${t('log.found', { count: total })} ${t('log.caption', { zone: formats(language).zone(zone) })}`}
      columns={columns}
      rows={messages}
      rowKey={({ id }) => id}
    />
  );
}
