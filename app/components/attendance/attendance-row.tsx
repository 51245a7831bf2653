import { useTranslation } from '@tessera/i18n/react.tsx';
import Check from 'lucide-react/icons/check';
import CircleAlert from 'lucide-react/icons/circle-alert';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import Minus from 'lucide-react/icons/minus';
import ShieldCheck from 'lucide-react/icons/shield-check';
import X from 'lucide-react/icons/x';
import { PersonName } from '~/components/person-name.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { cx } from '~/ui/class-names.ts';
import type { AttendanceMarks, SheetRow } from './use-marks.ts';

const choices = [
  { state: 'present', Icon: Check, look: 'has-checked:border-success has-checked:bg-success' },
  { state: 'absent', Icon: X, look: 'has-checked:border-danger has-checked:bg-danger' },
  { state: 'excused', Icon: ShieldCheck, look: 'has-checked:border-info has-checked:bg-info' },
  {
    state: 'unmarked',
    Icon: Minus,
    look: 'has-checked:border-edge has-checked:bg-sunk has-checked:text-ink',
  },
] as const;

/** One person and the four marks, large enough for a thumb. */
export function AttendanceRow({
  row,
  index,
  marks,
}: {
  row: SheetRow;
  index: number;
  marks: AttendanceMarks;
}) {
  const { t } = useTranslation(['attendance', 'seats']);
  const format = useFormats();
  const current = marks.stateOf(row);
  const saving = marks.savingOf(row);
  const prefix = `marks[${index}]`;
  const name = row.participantId
    ? format.personName({
        givenName: row.givenName ?? '',
        familyName: row.familyName ?? '',
        nameOrder: row.nameOrder ?? 'given_first',
      })
    : `${t('seats:toBeNamed')}, ${t('number', { number: row.queue })}`;

  return (
    <li className="border-b border-rule py-3">
      <fieldset className="min-w-0 items-center gap-x-8 sm:grid sm:grid-cols-[minmax(0,1fr)_auto]">
        <legend className="sr-only">{t('forPerson', { name })}</legend>
        <div className="mb-2 flex items-baseline justify-between gap-4 sm:mb-0">
          <p>
            <span className="font-semibold">
              <PersonName {...row} />
            </span>
            <span className="block text-sm text-muted">
              {[row.institutionName, row.jobTitle].filter(Boolean).join(' · ') ||
                t('number', { number: row.queue })}
            </span>
          </p>
          <SaveState saving={saving} />
        </div>
        <div className="grid grid-cols-[repeat(3,minmax(0,1fr))_2.75rem] gap-1.5 sm:grid-cols-[8rem_8rem_8rem_3rem]">
          <input type="hidden" name={`${prefix}.seatId`} value={row.seatId} />
          <input type="hidden" name={`${prefix}.was`} value={current} />
          {choices.map(({ state, Icon, look }) => (
            <label
              key={state}
              className={cx(
                'relative flex min-h-14 cursor-pointer flex-col items-center justify-center gap-x-1 rounded-tile border border-edge px-0.5 text-xs font-semibold hyphens-auto sm:min-h-12 sm:flex-row sm:text-sm',
                'hover:bg-sunk has-checked:text-paper has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
                'forced-colors:has-checked:forced-color-adjust-none forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText]',
                'print:not-has-checked:hidden print:has-checked:border-0 print:has-checked:bg-transparent print:has-checked:text-ink',
                look,
              )}
            >
              <input
                type="radio"
                name={`${prefix}.state`}
                value={state}
                checked={current === state}
                onChange={() => marks.save(row, state)}
                className="absolute inset-0 cursor-pointer opacity-0"
              />
              <Icon aria-hidden className="size-4.5 shrink-0" />
              <span className={state === 'unmarked' ? 'sr-only' : undefined}>{t(`states.${state}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </li>
  );
}

function SaveState({ saving }: { saving: ReturnType<AttendanceMarks['savingOf']> }) {
  const { t } = useTranslation('attendance');
  return (
    <span role="status" className="text-sm whitespace-nowrap">
      {saving === 'saving' && (
        <span className="inline-flex items-center gap-1 text-muted">
          <LoaderCircle aria-hidden className="spin size-4" />
          {t('saving')}
        </span>
      )}
      {saving === 'saved' && (
        <span className="inline-flex items-center gap-1 text-success">
          <Check aria-hidden className="size-4" />
          {t('savedRow')}
        </span>
      )}
      {saving === 'lost' && (
        <span className="inline-flex items-center gap-1 font-semibold text-danger">
          <CircleAlert aria-hidden className="size-4" />
          {t('notSaved')}
        </span>
      )}
    </span>
  );
}
