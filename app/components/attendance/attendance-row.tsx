import { Link } from '@remix-run/react';
import { isDisputed, maySign, proofsOf } from '@tessera/core/attendance/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import Check from 'lucide-react/icons/check';
import CircleAlert from 'lucide-react/icons/circle-alert';
import Clock from 'lucide-react/icons/clock';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import Minus from 'lucide-react/icons/minus';
import ShieldCheck from 'lucide-react/icons/shield-check';
import X from 'lucide-react/icons/x';
import { PersonName } from '~/components/person-name.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { cx } from '~/ui/class-names.ts';
import type { AttendanceMarks, SheetRow, SheetSession } from './use-marks.ts';

const choices = [
  { state: 'present', Icon: Check, look: 'has-checked:border-success has-checked:bg-success' },
  { state: 'partial', Icon: Clock, look: 'has-checked:border-warning has-checked:bg-warning' },
  { state: 'absent', Icon: X, look: 'has-checked:border-danger has-checked:bg-danger' },
  { state: 'excused', Icon: ShieldCheck, look: 'has-checked:border-info has-checked:bg-info' },
  {
    state: 'unmarked',
    Icon: Minus,
    look: 'has-checked:border-edge has-checked:bg-sunk has-checked:text-ink',
  },
] as const;

/** One person and the marks, large enough for a thumb; a half-day in part asks for its minutes. */
export function AttendanceRow({
  row,
  index,
  session,
  marks,
  signingTo,
  timeZone,
}: {
  row: SheetRow;
  index: number;
  session: SheetSession;
  marks: AttendanceMarks;
  /** Where the person signs on this device; none when the list is locked or the seat has no name */
  signingTo: string | null;
  timeZone: string;
}) {
  const { t } = useTranslation(['attendance', 'seats']);
  const format = useFormats();
  const { state: current, minutes } = marks.markOf(row);
  const saved = marks.savedOf(row);
  const { length } = session;
  const detail = marks.detailOf(row);
  const isThere = current === 'present' || current === 'partial';
  const evidence = session.evidence.filter(({ seatId }) => seatId === null || seatId === row.seatId);
  const proofs = proofsOf(current, detail?.evidence, evidence);
  const minutesId = `minutes-${row.seatId}`;
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
      <fieldset className="group min-w-0 items-center gap-x-8 sm:grid sm:grid-cols-[minmax(0,1fr)_auto]">
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
            {isThere && detail?.inAt && (
              <span className="block text-sm text-muted">
                {t('came', { time: format.time(new Date(detail.inAt), timeZone) })}
              </span>
            )}
            {proofs.length > 0 && (
              <span className="block text-sm text-muted">
                {proofs.map((proof) => t(`evidence.proofs.${proof}`)).join(' · ')}
              </span>
            )}
            {isDisputed(current, evidence) && (
              <span className="flex items-center gap-1.5 text-sm font-semibold text-warning">
                <CircleAlert aria-hidden className="size-4 shrink-0" />
                {t('presence.disputed')}
              </span>
            )}
            {signingTo && maySign(current) && !proofs.includes('drawn_signature') && (
              <Link
                to={signingTo}
                className="link inline-flex min-h-11 items-center text-sm"
                aria-label={`${t('signing.link')}: ${name}`}
                data-print="no"
              >
                {t('signing.link')}
              </Link>
            )}
          </p>
          <SaveState saving={saving} />
        </div>
        <div className="grid grid-cols-[repeat(4,minmax(0,1fr))_2.75rem] gap-1.5 sm:grid-cols-[repeat(4,5.5rem)_3rem] lg:grid-cols-[repeat(4,8rem)_3rem]">
          <input type="hidden" name={`${prefix}.seatId`} value={row.seatId} />
          <input type="hidden" name={`${prefix}.was`} value={saved.state} />
          <input type="hidden" name={`${prefix}.wasMinutes`} value={saved.minutes ?? ''} />
          {choices.map(({ state, Icon, look }) => (
            <label
              key={state}
              className={cx(
                'relative flex min-h-14 cursor-pointer flex-col items-center justify-center gap-x-1 rounded-tile border border-edge px-0.5 text-xs font-semibold hyphens-auto sm:min-h-12 lg:flex-row lg:text-sm',
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
                onChange={() => marks.save(row, state, state === 'partial' ? minutes : null)}
                className="absolute inset-0 cursor-pointer opacity-0"
              />
              <Icon aria-hidden className="size-4.5 shrink-0" />
              <span className={state === 'unmarked' ? 'sr-only' : undefined}>{t(`states.${state}`)}</span>
            </label>
          ))}
        </div>
        <p className="mt-2 hidden flex-wrap items-center gap-2 group-has-[[value=partial]:checked]:flex sm:col-start-2">
          <label htmlFor={minutesId} className="text-sm font-semibold">
            {t('minutes')}
          </label>
          <input
            id={minutesId}
            name={`${prefix}.minutes`}
            type="number"
            inputMode="numeric"
            min={1}
            max={length - 1}
            defaultValue={minutes ?? ''}
            onBlur={(event) => {
              const typed = event.currentTarget.valueAsNumber;
              if (current === 'partial' && typed > 0 && typed < length && typed !== minutes)
                marks.save(row, 'partial', typed);
            }}
            className="control w-24"
          />
          <span className="text-sm text-muted">{t('minutesHint', { length })}</span>
        </p>
      </fieldset>
    </li>
  );
}

function SaveState({ saving }: { saving: ReturnType<AttendanceMarks['savingOf']> }) {
  const { t } = useTranslation('attendance');
  return (
    <span role="status" className="text-sm whitespace-nowrap">
      {saving === 'open' && <span className="font-semibold text-warning">{t('minutesMissing')}</span>}
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
