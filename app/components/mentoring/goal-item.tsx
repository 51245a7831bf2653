import type { NeedArea } from '@tessera/core/mentoring/needs.ts';
import { type GoalState, isOpenGoal, type SmartCheck } from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { ReactNode } from 'react';
import { useFormats } from '~/components/use-formats.ts';
import { Badge } from '~/ui/badge.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Written } from '~/ui/written.tsx';
import { GoalSteps } from './goal-steps.tsx';
import { useDays } from './words.ts';

export type GoalSeen = {
  id: string;
  number: number;
  text: string | null;
  measure: string | null;
  baseline: string | null;
  target: string | null;
  need: NeedArea | null;
  smart: string[];
  dueOn: string | null;
  progress: number;
  state: GoalState;
  createdAt: Date;
  correctedAt: Date | null;
  reviews: {
    id: string;
    progress: number;
    state: GoalState;
    reviewedAt: Date;
    note: string | null;
    evidence: string | null;
  }[];
};

const shapes = {
  draft: ['draft', 'neutral'],
  agreed: ['open', 'info'],
  in_progress: ['open', 'info'],
  achieved: ['done', 'success'],
  partly: ['done', 'success'],
  dropped: ['stopped', 'neutral'],
} as const;

/** One goal with everything about it. `children` is what can be done with it. */
export function GoalItem({
  goal,
  alias,
  timeZone,
  children,
}: {
  goal: GoalSeen;
  alias: string | null;
  timeZone: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation('mentoring');
  const format = useFormats();
  const days = useDays();
  const [shape, tone] = shapes[goal.state];
  return (
    <li className="border-b border-rule py-5 first:pt-0">
      {alias && (
        <p className="text-sm text-muted">
          <bdi>{alias}</bdi>
        </p>
      )}
      <h3 className="text-lg font-semibold">
        {goal.number}.{' '}
        <span dir="auto">
          <Written text={goal.text ?? '–'} />
        </span>
      </h3>
      <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1">
        <span className="w-36">
          <GoalSteps progress={goal.progress} />
        </span>
        <span className="text-sm tabular-nums">{t('relation.progressOf', { progress: goal.progress })}</span>
        <Badge shape={shape} tone={tone}>
          {t(`states.goal.${goal.state}`)}
        </Badge>
      </div>
      <div className="mt-2">
        <DefinitionList
          entries={[
            { term: t('goal.need'), value: goal.need ? t(`needs.${goal.need}`) : t('goal.needNotSaid') },
            { term: t('relation.baseline'), value: words(goal.baseline) },
            { term: t('relation.target'), value: words(goal.target) },
            { term: t('relation.measure'), value: words(goal.measure) },
            { term: t('relation.due'), value: goal.dueOn && days.day(goal.dueOn) },
            {
              term: t('relation.checks'),
              value: format.list(goal.smart.map((check) => t(`smart.${check as SmartCheck}`))),
            },
          ]}
        />
      </div>
      {goal.correctedAt && (
        <p className="mt-1 text-sm text-muted">
          {t('relation.corrected', { day: format.date(goal.correctedAt, timeZone) })}
        </p>
      )}
      {goal.reviews.length > 0 && (
        <details className="mt-2">
          <summary className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4">
            {t('goal.earlier')} ({goal.reviews.length})
          </summary>
          <ol className="mt-2 max-w-[46rem] space-y-3">
            {goal.reviews.toReversed().map((review) => (
              <li key={review.id} className="border-s-4 border-rule ps-4">
                <p className="text-sm text-muted">
                  {format.date(review.reviewedAt, timeZone)} ·{' '}
                  {t('relation.progressOf', { progress: review.progress })} ·{' '}
                  {t(`states.goal.${review.state}`)}
                </p>
                {words(review.note)}
                {review.evidence && (
                  <p className="text-sm">
                    {t('relation.evidence')}: <bdi dir="auto">{review.evidence}</bdi>
                  </p>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
      {isOpenGoal(goal.state) && children && <div className="mt-3">{children}</div>}
    </li>
  );
}

function words(text: string | null): ReactNode {
  return text ? (
    <p dir="auto" className="whitespace-pre-wrap">
      <Written text={text} />
    </p>
  ) : null;
}
