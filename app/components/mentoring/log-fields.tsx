import { longestSteps, longestText } from '@tessera/core/mentoring/limits.ts';
import { placeKinds, sessionModes } from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { useHasScripts } from '~/components/use-has-scripts.ts';
import { ChipField } from '~/ui/chips.tsx';
import { CheckboxField } from '~/ui/choice-field.tsx';
import { Folded } from '~/ui/folded.tsx';
import type { useTesseraForm } from '~/ui/form.tsx';
import { DateTimeField, TextField } from '~/ui/text-field.tsx';
import { CountedField } from './counted-field.tsx';

export type LogInput = {
  state: string;
  day: string;
  minutes: string;
  mode: string;
  placeKind: string;
  menteeIds: string[];
  interpreterUsed: string;
  mood: string;
  summary: string;
  nextSteps: string;
  privateNote: string;
  plannedId: string;
};
type State = ReturnType<typeof useTesseraForm<LogInput>>;

/** The labels of the fields of a session. */
export function useLogLabels() {
  const { t } = useTranslation('mentoring');
  return {
    labels: {
      state: t('log.state'),
      day: t('log.day'),
      minutes: t('log.minutes'),
      mode: t('log.mode'),
      placeKind: t('log.place'),
      menteeIds: t('log.who'),
      interpreterUsed: t('log.interpreter'),
      mood: t('log.mood'),
      summary: t('log.summary'),
      nextSteps: t('log.nextSteps'),
      privateNote: t('log.privateNote'),
      plannedId: t('log.planned'),
    },
    hints: {
      day: t('log.dayHint'),
      summary: t('log.summaryHint'),
      nextSteps: t('log.nextStepsHint'),
      privateNote: t('log.privateNoteHint'),
    },
    optional: ['minutes', 'mood', 'summary', 'nextSteps', 'privateNote', 'plannedId'] as const,
  };
}

const happened = ['held', 'attempted', 'missed', 'cancelled'] as const;
const usualMinutes = [30, 45, 60, 90];

/** What is asked about a session: the usual ones in sight, the rest one tap away. */
export function LogFields({
  state,
  mentees,
  today,
  canNote,
}: {
  state: State;
  mentees: readonly { id: string; alias: string }[];
  today: string;
  canNote: boolean;
}) {
  const { t } = useTranslation('mentoring');
  const { field, fields } = state;
  const chosen = (name: 'state' | 'mode' | 'placeKind' | 'mood') => [String(fields[name].initialValue ?? '')];
  const present = [fields.menteeIds.initialValue ?? []].flat().map(String);
  const [only] = mentees;
  return (
    <>
      {mentees.length === 1 && only ? (
        <input type="hidden" name="menteeIds" value={only.id} />
      ) : (
        <ChipField
          {...field('menteeIds')}
          isMany
          options={mentees.map(({ id, alias }) => ({ value: id, label: alias }))}
          chosen={present}
        />
      )}
      <ChipField
        {...field('state')}
        options={happened.map((value) => ({ value, label: t(`states.session.${value}`) }))}
        chosen={chosen('state')}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-6">
        <div className="min-w-48 flex-1 sm:max-w-72">
          <DateTimeField {...field('day')} withTime={false} max={today} />
        </div>
        <Minutes state={state} />
      </div>
      <CountedField {...field('summary')} most={longestText} rows={5} />
      <CountedField {...field('nextSteps')} most={longestSteps} rows={3} />
      <Folded
        isOpen={hasErrors(state)}
        className="max-w-[36rem] border-y border-rule py-2"
        summaryClass="flex min-h-11 cursor-pointer items-center justify-between gap-3 font-semibold"
        summary={
          <>
            {t('log.more')}
            <ChevronDown aria-hidden className="size-5 shrink-0" />
          </>
        }
      >
        <div className="space-y-6 py-3">
          <ChipField
            {...field('mode')}
            options={sessionModes.map((value) => ({ value, label: t(`modes.${value}`) }))}
            chosen={chosen('mode')}
          />
          <ChipField
            {...field('placeKind')}
            options={placeKinds.map((value) => ({ value, label: t(`places.${value}`) }))}
            chosen={chosen('placeKind')}
          />
          <CheckboxField
            {...field('interpreterUsed')}
            defaultValue={undefined}
            defaultChecked={fields.interpreterUsed.initialValue === 'on'}
          />
          <ChipField
            {...field('mood')}
            options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
            chosen={chosen('mood')}
          />
          {canNote && <CountedField {...field('privateNote')} most={longestText} rows={4} />}
        </div>
      </Folded>
    </>
  );
}

function hasErrors({ form }: State): boolean {
  return Object.keys(form.allErrors).some((name) =>
    ['mode', 'placeKind', 'mood', 'privateNote'].includes(name),
  );
}

function Minutes({ state }: { state: State }) {
  const hasScripts = useHasScripts();
  const { t } = useTranslation('mentoring');
  const field = state.field('minutes');
  function take(minutes: number) {
    const input = document.getElementById(field.id);
    if (!(input instanceof HTMLInputElement)) return;
    input.value = String(minutes);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return (
    <div>
      <TextField {...field} type="number" inputMode="numeric" min={1} max={1440} width="short" />
      {hasScripts && (
        <div className="mt-2 flex flex-wrap gap-2">
          {usualMinutes.map((minutes) => (
            <button
              key={minutes}
              type="button"
              aria-label={`${minutes} ${t('log.minutes')}`}
              onClick={() => take(minutes)}
              className="min-h-11 min-w-11 rounded-tile border border-edge px-3 tabular-nums hover:border-ink hover:bg-sunk"
            >
              {minutes}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
