import { useTranslation } from '@tessera/i18n/react.tsx';
import CalendarPlus from 'lucide-react/icons/calendar-plus';
import Download from 'lucide-react/icons/download';

/** How to follow a calendar with one's own calendar program. */
export function FeedAddress({ address }: { address: string }) {
  const { t } = useTranslation('trainings');
  const link = 'link inline-flex min-h-11 items-center gap-2';
  return (
    <div className="max-w-[44rem]">
      <p>{t('calendar.subscribeLead')}</p>
      <p className="mt-3 flex flex-wrap gap-x-8" data-print="no">
        <a href={address.replace(/^https?:/, 'webcal:')} className={link}>
          <CalendarPlus aria-hidden className="size-5" />
          {t('calendar.open')}
        </a>
        <a href={address} className={link}>
          <Download aria-hidden className="size-5" />
          {t('calendar.download')}
        </a>
      </p>
      <p className="mt-3 text-sm text-muted">{t('calendar.howTo')}</p>
      <label className="mt-3 block text-sm">
        <span className="font-semibold">{t('calendar.address')}</span>
        <input readOnly value={address} className="control mt-1.5" />
      </label>
    </div>
  );
}
