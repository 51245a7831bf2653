import type { CheckInResult } from '@tessera/core/attendance/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import Check from 'lucide-react/icons/check';
import CircleAlert from 'lucide-react/icons/circle-alert';
import Info from 'lucide-react/icons/info';
import { Button } from '~/ui/button.tsx';
import { cx } from '~/ui/class-names.ts';
import type { Outcome, useDoor } from './use-door.ts';

type Result = Outcome['result'];

const looks = {
  good: { className: 'border-success bg-success text-paper', Icon: Check },
  calm: { className: 'border-info bg-info text-paper', Icon: Info },
  bad: { className: 'border-danger bg-danger text-on-danger', Icon: CircleAlert },
} as const;

function lookOf(result: Result): keyof typeof looks {
  if (result === 'ok') return 'good';
  return result === 'already' || result === 'undone' || result === 'ambiguous' ? 'calm' : 'bad';
}

/** The answer to the last scan, large, in words and colour; where a name means several people, the choice. */
export function DoorResult({
  door,
  answered,
}: {
  door: ReturnType<typeof useDoor>;
  answered: CheckInResult | null;
}) {
  const { t } = useTranslation('checkin');
  const { outcome } = door;
  const result = outcome?.result ?? answered;
  const { className, Icon } = looks[result ? lookOf(result) : 'calm'];
  return (
    <div>
      <div aria-live="assertive" aria-atomic="true">
        {result && (
          <div key={outcome?.id} className={cx('rounded-tile border-2 px-6 py-8', className)}>
            <p className="flex items-center gap-3 text-2xl font-bold">
              <Icon aria-hidden className="size-8 shrink-0" />
              {t(`results.${result}`)}
            </p>
            {outcome?.person && (
              <p className="notranslate mt-3 text-xl" translate="no">
                {outcome.person.name}
                <span className="block text-base">{outcome.person.institution}</span>
              </p>
            )}
            <p className="mt-3">{outcome?.hasConflict ? t('conflict') : t(`help.${result}`)}</p>
          </div>
        )}
      </div>
      {outcome && outcome.choices.length > 0 && (
        <ul className="mt-4 space-y-2">
          {outcome.choices.map((person) => (
            <li key={person.seatId}>
              <Button type="button" className="w-full justify-start" onClick={() => void door.admit(person)}>
                <span className="notranslate text-start" translate="no">
                  {person.name}
                  <span className="block text-sm font-normal text-muted">{person.institution}</span>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
