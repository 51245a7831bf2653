import { useTranslation } from '@tessera/i18n/react.tsx';
import { FollowedWork } from '~/components/followed-work.tsx';

/** The package while it is made. */
export function PackageProgress({ percent }: { percent: number }) {
  const { t } = useTranslation('closing');
  return (
    <FollowedWork title={t('package.working')} label={t('package.progress', { percent })} percent={percent} />
  );
}
