import { Link, useLoaderData } from '@remix-run/react';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { listMails } from '~/server/mailbox.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';

export async function loader() {
  const mails = await listMails();
  return { mails: mails.map(({ id, to, subject, sentAt }) => ({ id, to, subject, sentAt })) };
}

export const handle: Handle = { title: (t) => t('dev:mail.title') };

type Line = ReturnType<typeof useLoaderData<typeof loader>>['mails'][number];

export default function Mail() {
  const { mails } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation('dev');
  const columns: Column<Line>[] = [
    {
      key: 'subject',
      header: t('mail.subject'),
      isName: true,
      cell: ({ id, subject }) => (
        <Link to={paths.devMailMessage(id)} className="link">
          {subject}
        </Link>
      ),
    },
    {
      key: 'to',
      header: t('mail.to'),
      cell: ({ to }) => (
        <>
          {to.name}
          <span className="block wrap-anywhere text-muted">{to.email}</span>
        </>
      ),
    },
    {
      key: 'sent',
      header: t('mail.sent'),
      cell: ({ sentAt }) => formats(language).dateTime(sentAt, 'UTC'),
    },
  ];
  return (
    <>
      <PageHeader
        eyebrow={t('mail.eyebrow')}
        title={t('mail.title')}
        lead={t('mail.lead')}
        actions={<LinkButton to={paths.devMail()}>{t('mail.refresh')}</LinkButton>}
      />
      {mails.length > 0 ? (
        <Table caption={t('mail.caption')} columns={columns} rows={mails} rowKey={({ id }) => id} />
      ) : (
        <Empty title={t('mail.empty')}>{t('mail.emptyText')}</Empty>
      )}
    </>
  );
}
