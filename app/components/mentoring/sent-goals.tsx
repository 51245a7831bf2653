import type { NeedArea } from '@tessera/core/mentoring/needs.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { Section } from '~/ui/page.tsx';
import { Written } from '~/ui/written.tsx';
import { useDays } from './words.ts';

type SentGoal = { alias: string; text: string; need: NeedArea | null; dueOn: string | null };

/** The goals of a plan as the coordinator reads them: whose, what, about what, until when. */
export function SentGoals({ title, goals }: { title: string; goals: readonly SentGoal[] }) {
  const { t } = useTranslation('mentoring');
  const days = useDays();
  return (
    <Section id="plan" title={title}>
      <ul className="max-w-[46rem]">
        {goals.map(({ alias, text, need, dueOn }, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity
            key={index}
            className="border-b border-rule py-3 first:pt-0"
          >
            <p className="text-sm text-muted">
              <bdi translate="no">{alias}</bdi>
            </p>
            <p dir="auto" className="whitespace-pre-line wrap-anywhere">
              <Written text={text} />
            </p>
            <p className="text-sm text-muted">
              {need ? t(`needs.${need}`) : t('goal.needNotSaid')}
              {dueOn && ` · ${t('relation.due')}: ${days.day(dueOn)}`}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
