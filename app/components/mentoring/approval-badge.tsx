import type { ApprovalState } from '@tessera/core/mentoring/approval-rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { Badge } from '~/ui/badge.tsx';

const looks = {
  requested: { tone: 'neutral', shape: 'waiting' },
  approved: { tone: 'success', shape: 'done' },
  sent_back: { tone: 'warning', shape: 'attention' },
  taken_back: { tone: 'neutral', shape: 'stopped' },
  not_needed: { tone: 'neutral', shape: 'stopped' },
} as const;

/** How far a request for an approval is, in words. */
export function ApprovalBadge({ state }: { state: ApprovalState }) {
  const { t } = useTranslation('mentoring');
  return <Badge {...looks[state]}>{t(`approval.states.${state}`)}</Badge>;
}
