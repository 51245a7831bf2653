import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { Button } from '~/ui/button.tsx';
import { DefaultSubmit } from '~/ui/default-submit.tsx';
import { useHasScripts } from '../use-has-scripts.ts';
import { AttendanceRow } from './attendance-row.tsx';
import type { AttendanceMarks, SheetRow, SheetSession } from './use-marks.ts';

/** One row for each person. Without scripts one button saves all; with them each tap saves itself. */
export function AttendanceSheet({
  rows,
  session,
  marks,
  hasAll,
  signingTo,
  timeZone,
}: {
  rows: readonly SheetRow[];
  session: SheetSession;
  marks: AttendanceMarks;
  /** Whether everyone is in sight, so that "everyone" means everyone */
  hasAll: boolean;
  /** Where somebody signs on this device; none when the list is locked */
  signingTo: (seatId: string) => string | null;
  timeZone: string;
}) {
  const { t } = useTranslation('attendance');
  const hasScripts = useHasScripts();
  const isPending = useNavigation().formData !== undefined;
  const unmarked = rows.filter((row) => marks.stateOf(row) === 'unmarked').length;
  return (
    <Form method="post">
      <DefaultSubmit />
      <input type="hidden" name="sessionId" value={session.id} />
      {hasAll && unmarked > 0 && (
        <div className="mb-4">
          <Button name="everyone" value="present" isPending={isPending} className="w-full sm:w-auto">
            {t('allPresent')}
          </Button>
          <p className="mt-1 text-sm text-muted">{t('allPresentHint', { count: unmarked })}</p>
        </div>
      )}
      <ul className="border-t border-ink">
        {rows.map((row, index) => (
          <AttendanceRow
            key={row.seatId}
            row={row}
            index={index}
            session={session}
            marks={marks}
            timeZone={timeZone}
            signingTo={row.participantId ? signingTo(row.seatId) : null}
          />
        ))}
      </ul>
      {!hasScripts && (
        <div className="sticky bottom-0 border-t border-ink bg-paper py-4" data-print="no">
          <Button look="primary" className="w-full sm:w-auto">
            {t('save')}
          </Button>
        </div>
      )}
    </Form>
  );
}
