import type { SupervisionState } from '@tessera/core/supervision/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { Badge } from '~/ui/badge.tsx';

const shapes = { planned: 'open', held: 'done', cancelled: 'stopped' } as const;

/** Whether a meeting lies ahead, was held, or waits to be written down. */
export function SupervisionBadge({ state, isToWrite }: { state: SupervisionState; isToWrite: boolean }) {
  const { t } = useTranslation('supervision');
  return isToWrite ? (
    <Badge tone="warning" shape="waiting">
      {t('states.toWrite')}
    </Badge>
  ) : (
    <Badge shape={shapes[state]}>{t(`states.${state}`)}</Badge>
  );
}
