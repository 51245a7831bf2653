import type { Verdict } from '@tessera/core/certificates/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';

export type RuledTraining = {
  timeZone: string;
  attendanceMeasure: 'half_days' | 'minutes';
  attendanceThreshold: number;
  sessions: readonly { id: string; startsAt: Date; halfDay: 'am' | 'pm' }[];
};

/** What was attended, in the measure of the training. */
export function useAttended() {
  const { t } = useTranslation('certificates');
  const format = useFormats();
  return ({ attended, held }: Verdict, { attendanceMeasure }: RuledTraining) =>
    attendanceMeasure === 'minutes'
      ? format.percent(held === 0 ? 0 : Math.floor((attended * 100) / held) / 100)
      : t('issue.attendedOf', { present: attended, sessions: held });
}

/** Why somebody gets no certificate, each reason in a sentence. */
export function Shortfalls({ verdict, training }: { verdict: Verdict; training: RuledTraining }) {
  const { t } = useTranslation(['certificates', 'trainings']);
  const format = useFormats();
  const missed = training.sessions
    .filter(({ id }) => verdict.missed.includes(id))
    .map(
      ({ startsAt, halfDay }) =>
        `${format.shortDate(startsAt, training.timeZone)} (${t(`trainings:halfDay.${halfDay}`)})`,
    );
  return (
    <ul className="mt-1 text-sm text-muted">
      {verdict.lacks.map((lack) => (
        <li key={lack}>
          {t(`issue.lacks.${lack}`, {
            threshold: format.percent(training.attendanceThreshold / 100),
            days: format.list(missed),
          })}
        </li>
      ))}
    </ul>
  );
}
