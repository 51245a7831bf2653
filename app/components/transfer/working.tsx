import { useRevalidator } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useEffect } from 'react';
import { Progress } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';

const everyMs = 1000;

/** Work of the background that the page follows: with scripts by asking, without by loading itself again. */
export function Working({ state, percent }: { state: 'checking' | 'running'; percent: number }) {
  const { t } = useTranslation('transfer');
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, everyMs);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <div role="status">
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <Notice title={t(`working.${state}`)}>
        <p className="mb-3">{t('working.text')}</p>
        <Progress label={t('working.progress', { percent })} value={percent} />
      </Notice>
    </div>
  );
}
