import { useTranslation } from '@tessera/i18n/react.tsx';
import { MembershipBadge } from '~/components/institutions/state-badges.tsx';
import { Badge } from '~/ui/badge.tsx';

/** How an application stands; until it is decided by the same words as a membership. */
export function ApplicationBadge({ state }: { state: string }) {
  const { t } = useTranslation('joining');
  if (state === 'admitted')
    return (
      <Badge tone="success" shape="done">
        {t('decisions.admitted')}
      </Badge>
    );
  if (state === 'declined') return <Badge shape="stopped">{t('decisions.declined')}</Badge>;
  return <MembershipBadge state={state} />;
}
