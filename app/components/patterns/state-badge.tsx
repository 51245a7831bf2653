import type { PatternState } from '@tessera/core/patterns/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { Badge } from '~/ui/badge.tsx';

const shapes = { running: 'waiting', done: 'done', failed: 'stopped', undone: 'draft' } as const;

/** Where a copy stands. */
export function StateBadge({ state }: { state: PatternState }) {
  const { t } = useTranslation('patterns');
  return <Badge shape={shapes[state]}>{t(`states.${state}`)}</Badge>;
}
