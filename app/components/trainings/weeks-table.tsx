import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { cx } from '~/ui/class-names.ts';
import { role } from '~/ui/table.tsx';
import type { DayEntry } from './days.ts';
import { firstWeekday, type WeekStart } from './month.ts';

/** The trainings of a month or of a week: a table of weeks, on phones a list of the days that have something. */
export function WeeksTable({
  network,
  weeks,
  today,
  days,
  caption,
  weekStart,
}: {
  network: string;
  /** Days as `2026-05-01`; null for a place in the week that is not shown */
  weeks: (string | null)[][];
  today: string;
  days: Record<string, DayEntry[]>;
  caption: string;
  weekStart: WeekStart;
}) {
  const format = useFormats();
  return (
    <table
      {...role.table}
      className={cx(
        'w-full table-fixed border-collapse text-sm',
        Object.keys(days).length > 0 ? 'max-sm:block' : 'max-sm:hidden',
      )}
    >
      <caption className="sr-only">{caption}</caption>
      <thead {...role.rowgroup} className="max-sm:sr-only">
        <tr {...role.row} className="border-y border-t-ink border-b-rule">
          {weekFrom(weekStart).map((day) => (
            <th
              key={day.getTime()}
              {...role.columnheader}
              scope="col"
              className="py-2 ps-2 text-start font-semibold"
            >
              <span aria-hidden>{format.weekdayName(day, 'short')}</span>
              <span className="sr-only">{format.weekdayName(day, 'long')}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...role.rowgroup} className="max-sm:block">
        {weeks.map((week, index) => (
          <tr
            // biome-ignore lint/suspicious/noArrayIndexKey: weeks have no other name
            key={index}
            {...role.row}
            className={cx(
              'sm:border-b sm:border-rule',
              week.some((day) => day && days[day]) ? 'max-sm:block' : 'max-sm:hidden',
            )}
          >
            {week.map((day, weekday) => (
              <Day
                // biome-ignore lint/suspicious/noArrayIndexKey: the place in the week is the identity
                key={weekday}
                network={network}
                day={day}
                isToday={day === today}
                entries={(day && days[day]) || []}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({
  network,
  day,
  isToday,
  entries,
}: {
  network: string;
  day: string | null;
  isToday: boolean;
  entries: readonly DayEntry[];
}) {
  const { t } = useTranslation('trainings');
  const format = useFormats();
  if (day === null) return <td {...role.cell} className="bg-sunk/60 max-sm:hidden" />;
  const date = new Date(`${day}T00:00:00Z`);
  return (
    <td
      {...role.cell}
      className={cx(
        'h-28 p-2 align-top max-sm:block max-sm:h-auto max-sm:border-b max-sm:border-rule max-sm:px-0 max-sm:py-3 sm:border-s sm:border-rule sm:first:border-s-0',
        entries.length === 0 && 'max-sm:hidden',
      )}
    >
      <time dateTime={day} className="max-sm:font-semibold">
        <span
          className={cx(
            'tabular-nums max-sm:hidden',
            isToday
              ? 'tile inline-grid size-7 place-items-center bg-accent font-bold text-on-accent'
              : 'text-muted',
          )}
        >
          {date.getUTCDate()}
        </span>
        <span className="sm:hidden">{format.weekday(date, 'UTC')}</span>
        {isToday && <span className="sr-only"> ({t('calendar.isToday')})</span>}
      </time>
      {entries.length > 0 && (
        <ul className="mt-1 space-y-2">
          {entries.map(({ id, title, sharedBy, startsAt, endsAt, timeZone, isCancelled }) => (
            <li key={id} className="leading-snug">
              <span className="block text-xs text-muted tabular-nums">
                {format.timeRange(startsAt, endsAt, timeZone)}
              </span>
              <Link
                to={paths.training(network, id)}
                className={cx(
                  'hyphens-auto underline-offset-4 hover:underline',
                  isCancelled && 'line-through',
                )}
              >
                {title}
              </Link>
              {sharedBy !== null && (
                <span className="block text-xs">{t('sharedFrom', { network: sharedBy })}</span>
              )}
              {isCancelled && <span className="block text-danger">{t('calendar.cancelled')}</span>}
            </li>
          ))}
        </ul>
      )}
    </td>
  );
}

// 4 January 2026 is a Sunday.
function weekFrom(start: WeekStart): Date[] {
  return Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 0, 4 + firstWeekday[start] + day)));
}
