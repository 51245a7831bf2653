import { useRevalidator } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useEffect } from 'react';
import { Progress } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';

const everyMs = 1500;

/** The package while it is made; the page follows by itself, without scripts by loading again. */
export function PackageProgress({ percent }: { percent: number }) {
  const { t } = useTranslation('closing');
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
      <Notice title={t('package.working')}>
        <Progress label={t('package.progress', { percent })} value={percent} />
      </Notice>
    </div>
  );
}
