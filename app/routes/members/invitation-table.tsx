import { Form } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button } from '~/ui/button.tsx';
import { type Column, Table } from '~/ui/table.tsx';

type Invitation = Awaited<ReturnType<Caller['members']['invitations']>>['invitations'][number];

export function InvitationTable({ code, invitations }: { code: string; invitations: readonly Invitation[] }) {
  const { t, language } = useTranslation(['identity', 'people', 'common']);
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const columns: Column<Invitation>[] = [
    {
      key: 'email',
      header: t('members.email'),
      isName: true,
      cell: ({ email, invitedName }) => (
        <>
          <span className="wrap-anywhere">{email}</span>
          {invitedName && <span className="block font-normal text-muted">{invitedName}</span>}
        </>
      ),
    },
    {
      key: 'role',
      header: t('members.role'),
      cell: ({ role, institution }) => (
        <>
          {t(`roles.${role}`)}
          {institution && <span className="block text-muted">{institution}</span>}
        </>
      ),
    },
    {
      key: 'invited',
      header: t('members.invited'),
      cell: ({ lastSentAt, sentCount, invitedBy }) => (
        <>
          {formats(language).date(lastSentAt, zone)}
          <span className="block text-muted">{t('people:invitations.times', { count: sentCount })}</span>
          {invitedBy && (
            <span className="block text-muted">{t('people:invitations.by', { name: invitedBy })}</span>
          )}
        </>
      ),
    },
    { key: 'state', header: t('members.state'), cell: (invitation) => <State {...invitation} zone={zone} /> },
    {
      key: 'actions',
      isSteps: true,
      header: t('common:actions'),
      cell: (invitation) => <Steps code={code} invitation={invitation} />,
    },
  ];
  return (
    <Table
      caption={t('people:invitations.caption')}
      isCaptionHidden
      columns={columns}
      rows={invitations}
      rowKey={({ id }) => id}
    />
  );
}

function State({ state, expiresAt, acceptedAt, revokedAt, zone }: Invitation & { zone: string }) {
  const { t, language } = useTranslation('people');
  const day = (value: Date | null) => (value ? formats(language).date(value, zone) : '');
  switch (state) {
    case 'open':
      return <Badge shape="waiting">{t('invitations.open', { date: day(expiresAt) })}</Badge>;
    case 'expired':
      return (
        <Badge tone="warning" shape="attention">
          {t('invitations.expired', { date: day(expiresAt) })}
        </Badge>
      );
    case 'accepted':
      return (
        <Badge tone="success" shape="done">
          {t('invitations.accepted', { date: day(acceptedAt) })}
        </Badge>
      );
    case 'revoked':
      return <Badge shape="stopped">{t('invitations.revoked', { date: day(revokedAt) })}</Badge>;
    default:
      return state satisfies never;
  }
}

function Steps({ code, invitation }: { code: string; invitation: Invitation }) {
  const { t } = useTranslation('identity');
  const { id, email, state } = invitation;
  if (state !== 'open' && state !== 'expired') return null;
  return (
    <div className="flex flex-wrap gap-2">
      <Form method="post" action={paths.invitationSending(code, id)}>
        <Button size="small" className="whitespace-nowrap" aria-label={t('members.resendTo', { email })}>
          {t('members.resend')}
        </Button>
      </Form>
      <Form method="post" action={paths.invitationRevocation(code, id)}>
        <Button
          size="small"
          className="whitespace-nowrap"
          look="danger"
          aria-label={t('members.revokeFor', { email })}
        >
          {t('members.revoke')}
        </Button>
      </Form>
    </div>
  );
}
