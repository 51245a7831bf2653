import { useTranslation } from '@tessera/i18n/react.tsx';
import { FollowedWork } from '~/components/followed-work.tsx';

/** An import while its file is checked or taken over. */
export function Working({ state, percent }: { state: 'checking' | 'running'; percent: number }) {
  const { t } = useTranslation('transfer');
  return (
    <FollowedWork title={t(`working.${state}`)} label={t('working.progress', { percent })} percent={percent}>
      <p className="mb-3">{t('working.text')}</p>
    </FollowedWork>
  );
}
