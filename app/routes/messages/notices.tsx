import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { NoticeLine } from '~/components/messages/notice-line.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { Button } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Pagination } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const page = Number(new URL(args.request.url).searchParams.get('page') ?? 1);
  const list = await api(args).messages.notices({ page });
  return { page: Number.isInteger(page) && page > 0 ? page : 1, ...list };
}

export const handle: Handle = { title: (t) => t('messages:notices.title') };

export default function Notices() {
  const { notices, unread, page, pages } = useLoaderData<typeof loader>();
  const { t } = useTranslation('messages');
  return (
    <>
      <PageHeader
        title={t('notices.title')}
        lead={unread > 0 ? t('notices.unread', { count: unread }) : t('notices.lead')}
        actions={
          unread > 0 && (
            <Form method="post" action={paths.noticesRead()}>
              <Button>{t('notices.readAll')}</Button>
            </Form>
          )
        }
      />
      {notices.length > 0 ? (
        <ul className="border-t border-rule">
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </ul>
      ) : (
        <Empty title={t('notices.none')}>{t('notices.noneText')}</Empty>
      )}
      <Pagination page={page} pages={pages} to={(next) => paths.notices({ page: next })} />
    </>
  );
}
