import { Form } from '@remix-run/react';
import type { EventKind } from '@tessera/core/events/record.server.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useEventWords } from '~/components/event-words.ts';
import { Button } from '~/ui/button.tsx';
import { type Column, Table } from '~/ui/table.tsx';
import { failureKey } from './failure.ts';

type FailedJob = {
  id: string;
  networkCode: string;
  kind: EventKind;
  at: Date;
  failedAt: Date;
  failure: string;
  round: number;
};

/** Dead jobs: what kind, where, when and why, and the way to start each again. */
export function FailedJobs({
  jobs,
  networkName,
}: {
  jobs: readonly FailedJob[];
  networkName: (code: string) => string;
}) {
  const { t, language } = useTranslation('operator');
  const words = useKindWords();
  const moment = (value: Date) => formats(language).dateTime(value, 'UTC');
  const columns: Column<FailedJob>[] = [
    {
      key: 'job',
      header: t('job'),
      isName: true,
      cell: ({ kind, round }) => (
        <>
          {words(kind)}
          {round > 0 && (
            <span className="block font-normal text-muted">{t('retries', { count: round })}</span>
          )}
        </>
      ),
    },
    { key: 'network', header: t('network'), cell: ({ networkCode }) => networkName(networkCode) },
    { key: 'happened', header: t('happened'), cell: ({ at }) => moment(at) },
    { key: 'failed', header: t('failed'), cell: ({ failedAt }) => moment(failedAt) },
    {
      key: 'why',
      header: t('why'),
      cell: ({ failure }) => (
        <>
          {t(`failures.${failureKey(failure)}`)}
          {failure && <span className="block wrap-anywhere text-muted">{t('code', { code: failure })}</span>}
        </>
      ),
    },
    {
      key: 'retry',
      header: t('retry'),
      cell: ({ id, kind, networkCode }) => (
        <Form method="post" action={paths.operatorJob(id)}>
          <Button
            size="small"
            className="whitespace-nowrap"
            aria-label={t('retryOf', { job: words(kind), network: networkName(networkCode) })}
          >
            {t('retry')}
          </Button>
        </Form>
      ),
    },
  ];
  return <Table caption={t('jobsCaption')} columns={columns} rows={jobs} rowKey={({ id }) => id} />;
}

// Counts and roles stand in the event, and an operator does not read events.
function useKindWords(): (kind: EventKind) => string {
  const { t } = useTranslation('operator');
  const words = useEventWords();
  return (kind) => {
    if (kind === 'seats.registered') return t('kinds.registered');
    if (kind === 'invitation.sent') return t('kinds.invited');
    return words(kind, {});
  };
}
