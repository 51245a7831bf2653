import { Link, useLocation } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import { useCan } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Badge } from '~/ui/badge.tsx';
import { Table } from '~/ui/table.tsx';
import { StandingBadge } from './standing.tsx';
import { type RuledTraining, Shortfalls, useAttended } from './verdict.tsx';

export type ResultRow = Awaited<ReturnType<Caller['certificates']['results']>>['rows'][number];

type Results = { network: string; rows: readonly ResultRow[]; training: RuledTraining; isOver: boolean };

/** Who was there how much, who earned a certificate or why not, and who has it. */
export function ResultTable({ network, rows, training, isOver }: Results) {
  const { t } = useTranslation('certificates');
  const attended = useAttended();
  return (
    <Table
      caption={t('issue.caption')}
      isCaptionHidden
      rows={rows}
      rowKey={({ seatId }) => seatId}
      columns={[
        {
          key: 'person',
          header: t('issue.person'),
          isName: true,
          cell: (row) => <PersonName {...row} />,
        },
        {
          key: 'institution',
          header: t('issue.institution'),
          cell: ({ institutionName }) => institutionName ?? '–',
        },
        {
          key: 'attended',
          header: t(training.attendanceMeasure === 'minutes' ? 'issue.attendedTime' : 'issue.attended'),
          isNumber: true,
          cell: ({ verdict }) => attended(verdict, training),
        },
        {
          key: 'result',
          header: t('issue.result'),
          cell: (row) => <Result row={row} isOver={isOver} training={training} />,
        },
        {
          key: 'step',
          isSteps: true,
          header: t('issue.step'),
          cell: (row) => <Steps network={network} row={row} />,
        },
      ]}
    />
  );
}

function Result({ row, isOver, training }: { row: ResultRow; isOver: boolean; training: RuledTraining }) {
  const { t } = useTranslation('certificates');
  const format = useFormats();
  const { standing, issuedAt, validUntil, verdict, participantId } = row;
  const day = (at: Date) => format.shortDate(at, training.timeZone);
  if (standing && standing !== 'valid') return <StandingBadge standing={standing} />;
  if (issuedAt) {
    return (
      <>
        <Badge tone="success" shape="done">
          {t('issue.issuedOn', { date: day(issuedAt) })}
        </Badge>
        {validUntil && (
          <p className="mt-1 text-sm text-muted">{t('issue.validUntil', { date: day(validUntil) })}</p>
        )}
      </>
    );
  }
  if (!verdict.isEarned) {
    return (
      <>
        <Badge shape="draft">{t(isOver ? 'issue.notEarned' : 'issue.open')}</Badge>
        <Shortfalls verdict={verdict} training={training} />
      </>
    );
  }
  return (
    <Badge tone="warning" shape={participantId ? 'waiting' : 'attention'}>
      {t(participantId ? 'issue.earned' : 'issue.earnedUnnamed')}
    </Badge>
  );
}

function Steps({ network, row }: { network: string; row: ResultRow }) {
  const { t } = useTranslation(['certificates', 'seats']);
  const format = useFormats();
  const { pathname } = useLocation();
  const can = useCan();
  const { certificateId, state, participantId, seatId, verdict } = row;
  const link = 'link inline-flex min-h-6 items-center';
  const name = format.personName({
    givenName: row.givenName ?? '',
    familyName: row.familyName ?? '',
    nameOrder: row.nameOrder ?? 'given_first',
  });
  if (!certificateId) {
    return participantId === null && verdict.isEarned ? (
      <Link to={paths.seat(network, seatId, { next: pathname })} className={link}>
        {t('issue.nameSeat')}
      </Link>
    ) : null;
  }
  const forSeat = <span className="sr-only">{t('seats:mine.forSeat', { name })}</span>;
  return (
    <span className="flex flex-wrap gap-x-5">
      <a
        href={paths.certificatePdf(network, certificateId)}
        className={link}
        aria-label={t('mine.pdfFor', { name })}
      >
        {t('mine.pdf')}
      </a>
      {can('certificate.issue') && (
        <Link to={paths.certificateReissue(network, certificateId)} className={link}>
          {t('issue.reissue')} {forSeat}
        </Link>
      )}
      {can('certificate.revoke') && state === 'issued' && (
        <Link to={paths.certificateRevocation(network, certificateId)} className={link}>
          {t('issue.revoke')} {forSeat}
        </Link>
      )}
    </span>
  );
}
