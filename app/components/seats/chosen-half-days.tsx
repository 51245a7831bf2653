import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';

/** The half-days of a seat that does not cover all of them. */
export function ChosenHalfDays({
  seat: { sessionStarts },
  timeZone,
}: {
  seat: { sessionStarts: readonly Date[] };
  timeZone: string;
}) {
  const { t } = useTranslation('seats');
  const format = useFormats();
  if (sessionStarts.length === 0) return null;
  const starts = sessionStarts.map((at) => `${format.weekday(at, timeZone)}, ${format.time(at, timeZone)}`);
  return (
    <p className="text-sm text-muted">
      {t('register.halfDays')}: {format.list(starts)}
    </p>
  );
}
