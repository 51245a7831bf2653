import { useLocation } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Tabs } from '~/ui/ways.tsx';

/** The pages of the operation. */
export function OperatorTabs() {
  const { t } = useTranslation('founding');
  const { pathname } = useLocation();
  const isHealth = pathname === paths.operatorHealth();
  return (
    <Tabs
      label={t('operator.tabs')}
      tabs={[
        { to: paths.operator(), label: t('operator.networks'), isCurrent: !isHealth },
        { to: paths.operatorHealth(), label: t('operator.health'), isCurrent: isHealth },
      ]}
    />
  );
}
