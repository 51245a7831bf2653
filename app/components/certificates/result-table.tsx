import { Link, useLocation } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import { useCan } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Badge } from '~/ui/badge.tsx';
import { Table } from '~/ui/table.tsx';

export type ResultRow = {
  seatId: string;
  participantId: string | null;
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first' | null;
  institutionName: string | null;
  present: number;
  isEarned: boolean;
  certificate: { id: string; state: 'issued' | 'revoked'; issuedAt: Date } | null;
};

type Results = {
  network: string;
  rows: readonly ResultRow[];
  sessions: number;
  training: { timeZone: string };
  isOver: boolean;
};

/** Who was there how often, who earned a certificate, and who has it. */
export function ResultTable({ network, rows, sessions, training, isOver }: Results) {
  const { t } = useTranslation('certificates');
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
          header: t('issue.attended'),
          isNumber: true,
          cell: ({ present }) => t('issue.attendedOf', { present, sessions }),
        },
        {
          key: 'result',
          header: t('issue.result'),
          cell: (row) => <Result row={row} isOver={isOver} timeZone={training.timeZone} />,
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

function Result({ row, isOver, timeZone }: { row: ResultRow; isOver: boolean; timeZone: string }) {
  const { t } = useTranslation('certificates');
  const format = useFormats();
  const { certificate, isEarned, participantId } = row;
  if (certificate?.state === 'revoked') {
    return (
      <Badge tone="danger" shape="stopped">
        {t('issue.revoked')}
      </Badge>
    );
  }
  if (certificate) {
    return (
      <Badge tone="success" shape="done">
        {t('issue.issuedOn', { date: format.shortDate(certificate.issuedAt, timeZone) })}
      </Badge>
    );
  }
  if (!isEarned) return <Badge shape="draft">{t(isOver ? 'issue.notEarned' : 'issue.open')}</Badge>;
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
  const mayRevoke = useCan()('certificate.revoke');
  const { certificate, participantId, seatId, isEarned } = row;
  const link = 'link inline-flex min-h-6 items-center';
  const name = format.personName({
    givenName: row.givenName ?? '',
    familyName: row.familyName ?? '',
    nameOrder: row.nameOrder ?? 'given_first',
  });
  if (!certificate) {
    return participantId === null && isEarned ? (
      <Link to={paths.seat(network, seatId, { next: pathname })} className={link}>
        {t('issue.nameSeat')}
      </Link>
    ) : null;
  }
  return (
    <span className="flex flex-wrap gap-x-5">
      <a
        href={paths.certificatePdf(network, certificate.id)}
        className={link}
        aria-label={t('mine.pdfFor', { name })}
      >
        {t('mine.pdf')}
      </a>
      {mayRevoke && certificate.state === 'issued' && (
        <Link to={paths.certificateRevocation(network, certificate.id)} className={link}>
          {t('issue.revoke')} <span className="sr-only">{t('seats:mine.forSeat', { name })}</span>
        </Link>
      )}
    </span>
  );
}
