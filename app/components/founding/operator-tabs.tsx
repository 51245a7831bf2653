import { useLocation } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Tabs } from '~/ui/ways.tsx';

/** The pages of the operation. */
export function OperatorTabs() {
  const { t } = useTranslation(['founding', 'people', 'privacy']);
  const { pathname } = useLocation();
  const ways = [
    [paths.operator(), t('operator.networks')],
    [paths.operatorHealth(), t('operator.health')],
    [paths.operatorAccounts(), t('people:operator.title')],
    [paths.operatorPrivacy(), t('privacy:operator.link')],
  ] as const;
  return (
    <Tabs
      label={t('operator.tabs')}
      tabs={ways.map(([to, label]) => ({ to, label, isCurrent: pathname === to }))}
    />
  );
}
