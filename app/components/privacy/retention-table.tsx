import { Link } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Badge } from '~/ui/badge.tsx';
import { type Column, Table } from '~/ui/table.tsx';

type Kind = Awaited<ReturnType<Caller['privacy']['board']>>['kinds'][number];

/** What is kept for how long, what is due, and whether the nights do their work. */
export function RetentionTable({ network, kinds }: { network: string; kinds: readonly Kind[] }) {
  const { t } = useTranslation('privacy');
  const format = useFormats();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const columns: Column<Kind>[] = [
    {
      key: 'kind',
      header: t('settings.kind'),
      isName: true,
      cell: ({ kind }) => (
        <>
          {t(`settings.kinds.${kind}`)}
          <span className="block max-w-[26rem] font-normal text-muted">{t(`settings.basis.${kind}`)}</span>
        </>
      ),
    },
    {
      key: 'period',
      header: t('settings.period'),
      cell: ({ kind, months, usualMonths }) => (
        <>
          {t('settings.months', { count: months })}
          {months !== usualMonths && <span className="block text-muted">{t('settings.ownPeriod')}</span>}
          <Link
            to={paths.retentionPeriod(network, kind)}
            aria-label={t('settings.changeOf', { kind: t(`settings.kinds.${kind}`) })}
            className="link flex min-h-6 items-center"
          >
            {t('settings.change')}
          </Link>
        </>
      ),
    },
    { key: 'kept', header: t('settings.kept'), cell: ({ kept }) => format.number(kept) },
    {
      key: 'due',
      header: t('settings.due'),
      cell: ({ due, oldestAt, nextAt, isOverdue }) => (
        <>
          <span className="tabular-nums">{format.number(due)}</span>
          {isOverdue && oldestAt && (
            <span className="block">
              <Badge tone="warning" shape="attention">
                {t('settings.overdue', { date: format.shortDate(oldestAt, zone) })}
              </Badge>
            </span>
          )}
          {nextAt && (
            <span className="block text-muted">
              {t('settings.next', { date: format.shortDate(nextAt, zone) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'nights',
      header: t('settings.nights'),
      cell: ({ lastRun, lastTrial }) => (
        <>
          {!lastRun && !lastTrial && t('settings.never')}
          {lastRun && (
            <span className="block">
              {t('settings.lastRun', {
                date: format.shortDate(lastRun.ranAt, zone),
                count: lastRun.count,
              })}
            </span>
          )}
          {lastTrial && (
            <span className="block text-muted">
              {t('settings.lastTrial', {
                date: format.shortDate(lastTrial.ranAt, zone),
                count: lastTrial.count,
              })}
            </span>
          )}
        </>
      ),
    },
  ];
  return (
    <Table
      caption={t('settings.caption')}
      isCaptionHidden
      columns={columns}
      rows={kinds}
      rowKey={({ kind }) => kind}
    />
  );
}
