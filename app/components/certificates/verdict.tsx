import type { Shortfall, Verdict } from '@tessera/core/certificates/rules.ts';
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

/** One reason in a sentence; a mandatory half-day that was missed is named. */
export function useShortfall(training: RuledTraining) {
  const { t } = useTranslation(['certificates', 'trainings']);
  const format = useFormats();
  return (lack: Shortfall, missedIds: readonly string[]) => {
    const missed = training.sessions
      .filter(({ id }) => missedIds.includes(id))
      .map(
        ({ startsAt, halfDay }) =>
          `${format.shortDate(startsAt, training.timeZone)} (${t(`trainings:halfDay.${halfDay}`)})`,
      );
    return t(`issue.lacks.${lack}`, {
      threshold: format.percent(training.attendanceThreshold / 100),
      days: format.list(missed),
    });
  };
}

/** Why somebody gets no certificate, each reason in a sentence. */
export function Shortfalls({ verdict, training }: { verdict: Verdict; training: RuledTraining }) {
  const shortfall = useShortfall(training);
  return (
    <ul className="mt-1 text-sm text-muted">
      {verdict.lacks.map((lack) => (
        <li key={lack}>{shortfall(lack, verdict.missed)}</li>
      ))}
    </ul>
  );
}
