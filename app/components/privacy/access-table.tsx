import { Form, Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button } from '~/ui/button.tsx';
import { type Column, Table } from '~/ui/table.tsx';

export type AccessLine = {
  id: string;
  recordId: string;
  networkCode: string;
  requestedAs: 'coordinator' | 'operator';
  requesterName?: string | null;
  deciderName?: string | null;
  reason: string;
  state: 'requested' | 'approved' | 'refused';
  requestedAt: Date;
  openUntil: Date | null;
  reads: number;
  isOwn: boolean;
};

const looks = {
  requested: { tone: 'warning', shape: 'waiting' },
  approved: { tone: 'success', shape: 'done' },
  refused: { tone: 'neutral', shape: 'stopped' },
} as const;

/** Who asked to read what is sealed, why, who decided, and what followed. */
export function AccessTable({
  accesses,
  zone,
  decideAt,
  openAt,
}: {
  accesses: readonly AccessLine[];
  zone: string;
  decideAt: (access: AccessLine) => string;
  openAt: (access: AccessLine) => string;
}) {
  const { t } = useTranslation('privacy');
  const format = useFormats();
  const columns: Column<AccessLine>[] = [
    {
      key: 'who',
      header: t('accesses.who'),
      isName: true,
      cell: ({ requesterName, requestedAs, requestedAt, networkCode }) => (
        <>
          <span translate="no">{requesterName ?? networkCode}</span>
          {requestedAs === 'operator' && (
            <span className="block font-normal text-muted">{t('accesses.operator')}</span>
          )}
          <time dateTime={requestedAt.toISOString()} className="block font-normal text-muted tabular-nums">
            {format.dateTime(requestedAt, zone)}
          </time>
        </>
      ),
    },
    { key: 'reason', header: t('accesses.reason'), cell: ({ reason }) => reason },
    {
      key: 'state',
      header: t('accesses.state'),
      cell: ({ state, deciderName, openUntil, reads }) => (
        <>
          <Badge {...looks[state]}>{t(`accesses.states.${state}`)}</Badge>
          {deciderName && (
            <span className="block text-muted">{t('accesses.decidedBy', { name: deciderName })}</span>
          )}
          {openUntil && (
            <span className="block text-muted">
              {t('accesses.openUntil', { date: format.dateTime(openUntil, zone) })}
            </span>
          )}
          {state === 'approved' && <span className="block">{t('accesses.reads', { count: reads })}</span>}
        </>
      ),
    },
    {
      key: 'step',
      header: t('accesses.step'),
      cell: (access) => <Step access={access} decideAt={decideAt(access)} openAt={openAt(access)} />,
    },
  ];
  return <Table caption={t('accesses.caption')} columns={columns} rows={accesses} rowKey={({ id }) => id} />;
}

function Step({ access, decideAt, openAt }: { access: AccessLine; decideAt: string; openAt: string }) {
  const { t } = useTranslation('privacy');
  const { state, isOwn, requesterName } = access;
  if (state === 'requested' && isOwn) return <span className="text-muted">{t('accesses.ownRequest')}</span>;
  if (state === 'requested')
    return (
      <Form method="post" action={decideAt} className="flex flex-wrap gap-2">
        <Button size="small" name="decision" value="approve">
          {t('accesses.approve')}
          <span className="sr-only">: {requesterName}</span>
        </Button>
        <Button size="small" name="decision" value="refuse">
          {t('accesses.refuse')}
          <span className="sr-only">: {requesterName}</span>
        </Button>
      </Form>
    );
  if (state === 'approved' && isOwn)
    return (
      <Link to={openAt} className="link inline-flex min-h-9 items-center">
        {t('accesses.open')}
      </Link>
    );
  return null;
}
