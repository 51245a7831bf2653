import { Form } from '@remix-run/react';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button } from '~/ui/button.tsx';
import { type Column, Table } from '~/ui/table.tsx';
import type { Device } from './device.ts';

type Session = Device & { id: string; createdAt: Date; isCurrent: boolean };

/** Where someone is signed in, with a way to end each session but this one. */
export function DeviceTable({ sessions }: { sessions: readonly Session[] }) {
  const { t, language } = useTranslation(['identity', 'common']);
  const nameOf = ({ browser, system }: Device) =>
    browser && system
      ? t('account.deviceName', { browser, system })
      : (browser ?? system ?? t('account.unknownDevice'));
  const columns: Column<Session>[] = [
    { key: 'device', header: t('account.device'), isName: true, cell: nameOf },
    {
      key: 'since',
      header: t('account.since'),
      cell: ({ createdAt }) => t('account.utc', { moment: formats(language).dateTime(createdAt, 'UTC') }),
    },
    {
      key: 'end',
      header: t('common:actions'),
      cell: (session) =>
        session.isCurrent ? (
          <Badge tone="success" shape="done">
            {t('account.current')}
          </Badge>
        ) : (
          <Form method="post" action={paths.accountSessions()}>
            <input type="hidden" name="session" value={session.id} />
            <Button
              size="small"
              className="whitespace-nowrap"
              aria-label={t('account.endOf', { device: nameOf(session) })}
            >
              {t('account.end')}
            </Button>
          </Form>
        ),
    },
  ];
  return (
    <Table
      caption={t('account.devicesCaption')}
      isCaptionHidden
      columns={columns}
      rows={sessions}
      rowKey={({ id }) => id}
    />
  );
}
