import type { TranslationState } from '@tessera/core/translations/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { ComponentProps } from 'react';
import { Badge } from '~/ui/badge.tsx';

const looks: Record<TranslationState, Pick<ComponentProps<typeof Badge>, 'tone' | 'shape'>> = {
  missing: { tone: 'danger', shape: 'open' },
  draft: { tone: 'neutral', shape: 'draft' },
  machine: { tone: 'warning', shape: 'attention' },
  outdated: { tone: 'warning', shape: 'waiting' },
  current: { tone: 'success', shape: 'done' },
};

/** How far a translation is. */
export function TranslationBadge({ state }: { state: TranslationState }) {
  const { t } = useTranslation('translations');
  return <Badge {...looks[state]}>{t(`states.${state}`)}</Badge>;
}
