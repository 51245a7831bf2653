import type { ResourceState } from '@tessera/core/library/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { Badge } from '~/ui/badge.tsx';

const shapes = {
  draft: 'draft',
  submitted: 'waiting',
  reviewed: 'open',
  published: 'done',
  review_due: 'attention',
  archived: 'stopped',
} as const satisfies Record<ResourceState, string>;

const tones = { done: 'success', attention: 'warning' } as const;

/** Where a resource stands, in a word. */
export function ResourceBadge({ state }: { state: ResourceState }) {
  const { t } = useTranslation('library');
  const shape = shapes[state];
  return (
    <Badge shape={shape} tone={shape === 'done' || shape === 'attention' ? tones[shape] : 'neutral'}>
      {t(`states.${state}`)}
    </Badge>
  );
}
