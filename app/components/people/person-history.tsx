import type { EventKind } from '@tessera/core/events/record.server.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { type EventDetails, useEventWords } from '~/components/event-words.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { type Column, Table } from '~/ui/table.tsx';

type Entry = { id: string; kind: EventKind; at: Date; actorName: string | null; details: EventDetails };

/** What happened to a person's place in the network. */
export function PersonHistory({ events }: { events: readonly Entry[] }) {
  const { t, language } = useTranslation(['people', 'identity']);
  const words = useEventWords();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const columns: Column<Entry>[] = [
    {
      key: 'what',
      header: t('identity:history.what'),
      isName: true,
      cell: ({ kind, details }) => words(kind, details),
    },
    {
      key: 'who',
      header: t('identity:history.who'),
      cell: ({ actorName }) => actorName ?? t('identity:history.system'),
    },
    {
      key: 'when',
      header: t('identity:history.when'),
      cell: ({ at }) => (
        <time dateTime={at.toISOString()} className="tabular-nums">
          {formats(language).dateTime(at, zone)}
        </time>
      ),
    },
  ];
  if (events.length === 0) return <p className="text-muted">{t('person.noHistory')}</p>;
  return (
    <Table
      caption={t('person.historyCaption')}
      isCaptionHidden
      columns={columns}
      rows={events}
      rowKey={({ id }) => id}
    />
  );
}
