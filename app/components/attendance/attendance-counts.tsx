import { useTranslation } from '@tessera/i18n/react.tsx';
import type { SheetRow } from './attendance-row.tsx';

/** How many are there, in words; said again when it changes. */
export function AttendanceCounts({ rows, sessionId }: { rows: readonly SheetRow[]; sessionId: string }) {
  const { t } = useTranslation('attendance');
  const count = (state: string) =>
    rows.filter(({ marks }) => (marks[sessionId] ?? 'unmarked') === state).length;
  return (
    <p role="status" aria-label={t('counts')} className="mb-6 text-lg font-semibold tabular-nums">
      {(['present', 'absent', 'excused', 'unmarked'] as const)
        .map((state) => t(state, { count: count(state) }))
        .join(' · ')}
    </p>
  );
}
