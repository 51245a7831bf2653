import { useTranslation } from '@tessera/i18n/react.tsx';
import type { ReactNode } from 'react';
import { When } from '~/components/when.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

type Event = {
  title: string;
  venue: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
};

/** The head of a page behind a link: which event it is about, when and where. */
export function EventHead({ event, title, lead }: { event: Event; title: string; lead?: ReactNode }) {
  return (
    <PageHeader eyebrow={event.title} title={title} lead={lead}>
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
        <When {...event} withTimes />
        {event.venue && <span>{event.venue}</span>}
      </p>
    </PageHeader>
  );
}

/** What somebody should know before asking: that it is closed, full, or decided on. */
export function EventNotices({
  event: { window, isFull, needsApproval },
}: {
  event: { window: string; isFull: boolean; needsApproval: boolean };
}) {
  const { t } = useTranslation('registering');
  if (window !== 'open') return <Notice title={t('guest.closed')}>{t('guest.closedText')}</Notice>;
  if (!isFull && !needsApproval) return null;
  return (
    <div className="mb-8 space-y-4">
      {isFull && <Notice tone="warning" title={t('guest.full')} />}
      {needsApproval && <Notice title={t('guest.approval')} />}
    </div>
  );
}
