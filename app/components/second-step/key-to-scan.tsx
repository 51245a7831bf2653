import { inFours } from '@tessera/core/second-step/groups.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';

/** The key of the second step: for a camera, and for hands. */
export function KeyToScan({ svg, text }: { svg: string; text: string }) {
  const { t } = useTranslation('secondStep');
  return (
    <section aria-labelledby="scan-key">
      <h2 id="scan-key" className="mb-2 text-xl font-bold">
        {t('setUp.scan')}
      </h2>
      <p className="max-w-[42rem] text-muted">{t('setUp.scanText')}</p>
      <div className="mt-4 flex flex-wrap items-center gap-x-10 gap-y-4">
        <img
          src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
          alt={t('setUp.picture')}
          width={224}
          height={224}
        />
        <div className="min-w-0">
          <p className="text-sm text-muted">{t('setUp.key')}</p>
          <p className="notranslate mt-1 max-w-64 font-mono text-lg tracking-wide" translate="no">
            {inFours(text)}
          </p>
        </div>
      </div>
    </section>
  );
}
