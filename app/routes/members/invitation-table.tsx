import { Form } from '@remix-run/react';
import type { Role } from '@tessera/core/permissions.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button } from '~/ui/button.tsx';
import { type Column, Table } from '~/ui/table.tsx';

type OpenInvitation = {
  id: string;
  /** As the inviting network wrote it, or "" */
  name: string;
  email: string;
  role: string;
  institutionId: string | null;
  institutionName: string | null;
  createdAt: Date;
  expiresAt: Date;
  isExpired: boolean;
};

export function InvitationTable({
  code,
  invitations,
}: {
  code: string;
  invitations: readonly OpenInvitation[];
}) {
  const { t, language } = useTranslation(['identity', 'common']);
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const day = (value: Date) => formats(language).date(value, zone);
  const columns: Column<OpenInvitation>[] = [
    {
      key: 'email',
      header: t('members.email'),
      isName: true,
      cell: ({ email, name }) => (
        <>
          {name && <span className="block">{name}</span>}
          <span className="wrap-anywhere">{email}</span>
        </>
      ),
    },
    {
      key: 'role',
      header: t('members.role'),
      cell: ({ role, institutionName }) => (
        <>
          {t(`roles.${role as Role}`)}
          {institutionName && <span className="block text-muted">{institutionName}</span>}
        </>
      ),
    },
    { key: 'invited', header: t('members.invited'), cell: ({ createdAt }) => day(createdAt) },
    {
      key: 'state',
      header: t('members.state'),
      cell: ({ isExpired, expiresAt }) =>
        isExpired ? (
          <Badge tone="warning" shape="attention">
            {t('members.expired', { date: day(expiresAt) })}
          </Badge>
        ) : (
          <Badge shape="waiting">{t('members.validUntil', { date: day(expiresAt) })}</Badge>
        ),
    },
    {
      key: 'actions',
      header: t('common:actions'),
      cell: (invitation) => <Steps code={code} invitation={invitation} />,
    },
  ];
  return (
    <Table
      caption={t('members.invitationsCaption')}
      isCaptionHidden
      columns={columns}
      rows={invitations}
      rowKey={({ id }) => id}
    />
  );
}

// The same invitation asked for again is the one that is open, sent once more.
function Steps({ code, invitation }: { code: string; invitation: OpenInvitation }) {
  const { t } = useTranslation('identity');
  const { id, email, role, institutionId } = invitation;
  return (
    <div className="flex flex-wrap gap-2">
      <Form method="post" action={paths.invitations(code)}>
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="role" value={role} />
        <input type="hidden" name="institutionId" value={institutionId ?? ''} />
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
