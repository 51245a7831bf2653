import { useTranslation } from '@tessera/i18n/react.tsx';
import type { MarkState } from './use-marks.ts';

/** How many are there, in words; said again when it changes. */
export function AttendanceCounts({ states }: { states: readonly MarkState[] }) {
  const { t } = useTranslation('attendance');
  const count = (wanted: MarkState) => states.filter((state) => state === wanted).length;
  return (
    <p role="status" aria-label={t('counts')} className="mb-6 text-lg font-semibold tabular-nums">
      {(['present', 'partial', 'absent', 'excused', 'unmarked'] as const)
        .map((state) => t(state, { count: count(state) }))
        .join(' · ')}
    </p>
  );
}
