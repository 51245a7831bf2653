import { Link } from '@remix-run/react';
import { formSteps, type StartStep } from '@tessera/core/networks/kinds.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Badge } from '~/ui/badge.tsx';

type Step = { step: StartStep; isDone: boolean };

/** Where a step is done: a form of the start, or the page on which such things are always done. */
function placeOf(network: string, step: StartStep): string {
  if (step === 'people') return paths.invitations(network);
  if (step === 'institution') return paths.newInstitution(network);
  if (step === 'training') return paths.newTraining(network);
  return paths.start(network, step);
}

/** The form that comes after one, or the list when it was the last. */
export function afterStep(network: string, step: StartStep): string {
  const next = formSteps[formSteps.indexOf(step as (typeof formSteps)[number]) + 1];
  return next ? paths.start(network, next) : paths.start(network);
}

/** The steps of a start, each with its state. */
export function StartList({ network, steps }: { network: string; steps: readonly Step[] }) {
  const { t } = useTranslation('founding');
  return (
    <ol className="max-w-[46rem] border-t border-rule">
      {steps.map(({ step, isDone }) => (
        <li
          key={step}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-rule py-3"
        >
          <span className="min-w-0 flex-1 basis-64">
            <Link to={placeOf(network, step)} className="link inline-flex min-h-6 items-center font-semibold">
              {t(`steps.${step}.title`)}
            </Link>
            <span className="block text-sm text-muted">{t(`steps.${step}.lead`)}</span>
          </span>
          <Badge tone={isDone ? 'success' : 'neutral'} shape={isDone ? 'done' : 'open'}>
            {t(isDone ? 'start.done' : 'start.open')}
          </Badge>
        </li>
      ))}
    </ol>
  );
}
