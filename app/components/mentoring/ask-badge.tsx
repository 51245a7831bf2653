import type { AskOutcome } from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { Badge } from '~/ui/badge.tsx';

/** What came of something that was asked of the coordinator. */
export function AskBadge({ answer }: { answer: AskOutcome | null }) {
  const { t } = useTranslation('mentoring');
  if (answer === null) return <Badge shape="waiting">{t('asks.open')}</Badge>;
  return <Badge shape={answer === 'declined' ? 'stopped' : 'done'}>{t(`asks.outcomes.${answer}`)}</Badge>;
}
