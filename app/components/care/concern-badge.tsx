import type { ConcernState } from '@tessera/core/care/concern-rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { Badge } from '~/ui/badge.tsx';

const shapes = {
  raised: 'waiting',
  triaged: 'open',
  in_action: 'open',
  monitored: 'open',
  closed: 'done',
} as const;

/** How far a concern is, and what makes it urgent. */
export function ConcernBadge({
  state,
  isDanger,
  isLate,
}: {
  state: ConcernState;
  isDanger: boolean;
  isLate: boolean;
}) {
  const { t } = useTranslation('care');
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      <Badge tone={state === 'closed' ? 'success' : 'neutral'} shape={shapes[state]}>
        {t(`concerns.states.${state}`)}
      </Badge>
      {isDanger && state !== 'closed' && (
        <Badge tone="danger" shape="attention">
          {t('concerns.danger')}
        </Badge>
      )}
      {isLate && state === 'raised' && (
        <Badge tone="danger" shape="waiting">
          {t('concerns.late')}
        </Badge>
      )}
    </span>
  );
}
