import type { TrainingState } from '@tessera/core/trainings/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import Check from 'lucide-react/icons/check';
import { railOf } from './rail.ts';

/** Where an event is on its way from the draft to the archive. */
export function StateRail({ state }: { state: TrainingState }) {
  const { t } = useTranslation('trainings');
  const steps = railOf(state);
  if (steps.length === 0) return null;
  return (
    <ol aria-label={t('manage.rail')} className="mt-5 flex flex-wrap gap-x-5 gap-y-2 text-sm" data-print="no">
      {steps.map(({ state: step, place }) => (
        <li
          key={step}
          aria-current={place === 'now' ? 'step' : undefined}
          className="inline-flex items-center gap-1.5 border-t-2 border-rule pt-1 text-muted data-[place=done]:border-ink data-[place=now]:border-ink data-[place=now]:font-semibold data-[place=now]:text-ink"
          data-place={place}
        >
          {place === 'done' && <Check aria-hidden className="size-4" />}
          {t(`states.${step}`)}
          {place !== 'ahead' && (
            <span className="sr-only">({t(place === 'done' ? 'manage.railDone' : 'manage.railNow')})</span>
          )}
        </li>
      ))}
    </ol>
  );
}
