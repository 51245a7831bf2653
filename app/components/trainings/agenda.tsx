import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { cx } from '~/ui/class-names.ts';
import type { DayEntry } from './days.ts';

/** The trainings of a period one below the other, under their days. */
export function Agenda({
  network,
  today,
  days,
  label,
}: {
  network: string;
  today: string;
  days: Record<string, DayEntry[]>;
  label: string;
}) {
  const { t } = useTranslation('trainings');
  const format = useFormats();
  return (
    <ol aria-label={label}>
      {Object.keys(days)
        .toSorted()
        .map((day) => (
          <li
            key={day}
            className="grid gap-x-8 border-b border-rule py-4 first:border-t sm:grid-cols-[12rem_minmax(0,1fr)]"
          >
            <h2 className="font-semibold">
              <time dateTime={day}>{format.weekday(new Date(`${day}T00:00:00Z`), 'UTC')}</time>
              {day === today && <span className="ms-2 text-sm text-accent">{t('calendar.isToday')}</span>}
            </h2>
            <ul className="space-y-2 max-sm:mt-1">
              {(days[day] ?? []).map(({ id, title, sharedBy, startsAt, endsAt, timeZone, isCancelled }) => (
                <li key={id} className="flex flex-wrap gap-x-4">
                  <span className="min-w-28 text-muted tabular-nums">
                    {format.timeRange(startsAt, endsAt, timeZone)}
                  </span>
                  <span className="min-w-0 flex-1">
                    <Link
                      to={paths.training(network, id)}
                      className={cx('link', isCancelled && 'line-through')}
                    >
                      {title}
                    </Link>
                    {isCancelled && <span className="ms-2 text-danger">{t('calendar.cancelled')}</span>}
                    {sharedBy !== null && (
                      <span className="block text-sm">{t('sharedFrom', { network: sharedBy })}</span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
    </ol>
  );
}
