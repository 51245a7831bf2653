import type { InitiativeState } from '@tessera/core/initiatives/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { Badge } from '~/ui/badge.tsx';

const shapes = {
  idea: 'draft',
  planned: 'waiting',
  approved: 'open',
  running: 'open',
  completed: 'done',
  reported: 'done',
  stopped: 'stopped',
} as const satisfies Record<InitiativeState, string>;

/** Where an initiative stands, in a word. */
export function InitiativeBadge({ state }: { state: InitiativeState }) {
  const { t } = useTranslation('initiatives');
  const shape = shapes[state];
  return (
    <Badge shape={shape} tone={shape === 'done' ? 'success' : 'neutral'}>
      {t(`states.${state}`)}
    </Badge>
  );
}
