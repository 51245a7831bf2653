import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useCan, useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Badge } from '~/ui/badge.tsx';
import { type Column, Table } from '~/ui/table.tsx';
import { basisWords, classWords, type Entry, periodWords, recipientWords } from './processing-words.ts';

/** What the register says of the kinds of records of one activity. */
export function ProcessingTable({
  network,
  caption,
  entries,
}: {
  network: string;
  caption: string;
  entries: readonly Entry[];
}) {
  const { t } = useTranslation(['processing', 'privacy', 'identity', 'people']);
  const columns: Column<Entry>[] = [
    {
      key: 'area',
      header: t('columns.area'),
      isName: true,
      cell: (entry) => (
        <>
          {t(`privacy:copy.areas.${entry.area}`)}
          <span className="block font-normal text-muted">{t(`subjects.${entry.subjects}`)}</span>
          <span className="block font-normal text-muted">{classWords(t, entry)}</span>
        </>
      ),
    },
    {
      key: 'basis',
      header: t('columns.basis'),
      cell: (entry) => <BasisCell network={network} entry={entry} />,
    },
    {
      key: 'readers',
      header: t('columns.readers'),
      cell: (entry) => <Lines lines={recipientWords(t, entry)} />,
    },
    {
      key: 'kept',
      header: t('columns.kept'),
      cell: (entry) => (
        <>
          <Lines lines={periodWords(t, entry)} />
          {entry.kept.map(({ kind }) => (
            <Link
              key={kind}
              to={paths.retentionPeriod(network, kind)}
              aria-label={t('privacy:settings.changeOf', { kind: t(`privacy:settings.kinds.${kind}`) })}
              className="link me-3 inline-flex min-h-6 items-center"
              data-print="no"
            >
              {t('privacy:settings.change')}
            </Link>
          ))}
        </>
      ),
    },
    {
      key: 'protection',
      header: t('columns.protection'),
      cell: ({ isSealed }) => t(isSealed ? 'sealed' : 'open'),
    },
  ];
  return (
    <Table caption={caption} isCaptionHidden columns={columns} rows={entries} rowKey={({ area }) => area} />
  );
}

function BasisCell({ network, entry }: { network: string; entry: Entry }) {
  const { t } = useTranslation(['processing', 'privacy', 'identity', 'people']);
  const format = useFormats();
  const may = useCan();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const { area, basis, decision } = entry;
  const date = decision && format.date(decision.at, zone);
  return (
    <>
      <Lines lines={basisWords(t, entry)} />
      {decision?.note && <span className="block whitespace-pre-line">{decision.note}</span>}
      {decision ? (
        <span className="block text-muted">
          {decision.by ? t('decidedBy', { date, name: decision.by }) : t('decided', { date })}
        </span>
      ) : (
        <Badge shape="open">{t('suggested')}</Badge>
      )}
      <span className="block" data-print="no">
        {basis === 'a' && (
          <Link to={paths.wordings(network)} className="link me-3 inline-flex min-h-6 items-center">
            {t('wordings')}
          </Link>
        )}
        {may('privacy.manage') && (
          <Link
            to={paths.processingEntry(network, area)}
            aria-label={t('privacy:settings.changeOf', { kind: t(`privacy:copy.areas.${area}`) })}
            className="link inline-flex min-h-6 items-center"
          >
            {t('privacy:settings.change')}
          </Link>
        )}
      </span>
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}
