import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Breadcrumbs } from '~/ui/ways.tsx';

/** The way up to one's own account. */
export function AccountWays() {
  const { t } = useTranslation(['identity', 'institutions']);
  return (
    <Breadcrumbs label={t('institutions:ways')} ways={[{ to: paths.account(), label: t('account.title') }]} />
  );
}
