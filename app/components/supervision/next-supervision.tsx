import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useDays } from '~/components/mentoring/words.ts';

/** The next meeting of a mentor about their own work. */
export function NextSupervision({
  network,
  next,
}: {
  network: string;
  next: { id: string; day: string } | null;
}) {
  const { t } = useTranslation('supervision');
  const days = useDays();
  if (!next) return null;
  return (
    <p className="mb-6">
      <Link
        to={paths.supervisionMeeting(network, next.id)}
        className="link inline-flex min-h-11 items-center"
      >
        {t('next', { day: days.day(next.day) })}
      </Link>
    </p>
  );
}
