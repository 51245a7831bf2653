import type { RiskLevel } from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { Badge } from '~/ui/badge.tsx';

const looks = {
  low: { tone: 'neutral', shape: 'open' },
  raised: { tone: 'warning', shape: 'attention' },
  high: { tone: 'danger', shape: 'attention' },
} as const;

/** The level of risk of a relation, in a word. */
export function RiskBadge({ level }: { level: RiskLevel }) {
  const { t } = useTranslation('mentoring');
  return <Badge {...looks[level]}>{t(`risk.levels.${level}`)}</Badge>;
}
