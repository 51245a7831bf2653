import type { Formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from './use-formats.ts';

type Span = { startsAt: Date; endsAt: Date; timeZone: string };

/** The days of something, with weekdays; with `withTimes` also the hours when it is over on the same day. */
export function When({ startsAt, endsAt, timeZone, withTimes = false }: Span & { withTimes?: boolean }) {
  const format = useFormats();
  return (
    <time dateTime={startsAt.toISOString()}>
      {spanText(format, { startsAt, endsAt, timeZone }, { withTimes })}
    </time>
  );
}

/** `Fri 1 May 2026`, or with times `Fri 1 May 2026, 09:00–13:00`. */
export function spanText(
  format: Formats,
  { startsAt, endsAt, timeZone }: Span,
  { withTimes = false } = {},
): string {
  const days = format.weekdayRange(startsAt, endsAt, timeZone);
  const isOneDay = format.isoDay(startsAt, timeZone) === format.isoDay(endsAt, timeZone);
  return withTimes && isOneDay ? `${days}, ${format.timeRange(startsAt, endsAt, timeZone)}` : days;
}

/** A point in time: `1 May 2026, 09:00`. */
export function Moment({ at, timeZone }: { at: Date; timeZone: string }) {
  const format = useFormats();
  return <time dateTime={at.toISOString()}>{format.dateTime(at, timeZone)}</time>;
}

/** How much learning something is, from minutes: `6 hours`, `1.5 hours`. */
export function Workload({ minutes }: { minutes: number }) {
  const { t } = useTranslation('trainings');
  const format = useFormats();
  return <>{t('hours', { count: minutes / 60, formatted: format.number(minutes / 60) })}</>;
}
