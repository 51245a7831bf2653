import { Form, Link } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { noticeLink } from '@tessera/core/messages/notice-link.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { cx } from '~/ui/class-names.ts';

type Notice = Awaited<ReturnType<Caller['messages']['notices']>>['notices'][number];

/** One notice. Opening an unread one marks it as read, so it is a button; a read one is a plain link. */
export function NoticeLine({ notice }: { notice: Notice }) {
  const { t, language } = useTranslation('messages');
  const { id, kind, title, readAt, createdAt, networkName, timeZone } = notice;
  const isUnread = readAt === null;
  const words = title ? `${t(`kinds.${kind}`)}: ${title}` : t(`kinds.${kind}`);
  const look = 'text-start underline-offset-4 hover:underline';
  return (
    <li className="flex gap-3 border-b border-rule py-3">
      <span
        aria-hidden
        className={cx('tile mt-2 size-2.5 shrink-0', isUnread ? 'bg-accent' : 'border border-edge')}
      />
      <div className="min-w-0">
        {isUnread ? (
          <Form method="post" action={paths.notice(id)}>
            <button type="submit" className={cx(look, 'font-semibold')}>
              <span className="sr-only">{t('notices.new')} </span>
              {words}
            </button>
          </Form>
        ) : (
          <Link to={noticeLink(notice)} className={look}>
            {words}
          </Link>
        )}
        <p className="mt-0.5 text-sm text-muted">
          {networkName} ·{' '}
          <time dateTime={createdAt.toISOString()}>{formats(language).dateTime(createdAt, timeZone)}</time>
        </p>
      </div>
    </li>
  );
}
