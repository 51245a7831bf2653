import { isBinding } from '@tessera/core/seats/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { ManagedTraining } from '~/components/trainings/manage-types.ts';
import { Notice } from '~/ui/notice.tsx';
import { useQuotaName } from './quota-words.ts';

/** How far each quota is taken, and a warning where more is taken than it allows. */
export function QuotaStates({ training: { quotas, now } }: { training: ManagedTraining }) {
  const { t } = useTranslation('seats');
  const name = useQuotaName();
  if (quotas.length === 0) return null;
  const isOver = (quota: (typeof quotas)[number]) => isBinding(quota, now) && quota.held > quota.size;
  return (
    <div className="mt-6 max-w-[46rem]">
      {quotas.some(isOver) && (
        <Notice tone="warning" title={t('quotas.overTitle')}>
          {t('quotas.overText')}
        </Notice>
      )}
      <h3 className="mt-5 font-semibold">{t('quotas.title')}</h3>
      <ul className="mt-2 list-disc space-y-1.5 ps-5 text-sm marker:text-muted">
        {quotas.map((quota) => {
          const { scope, key, held, size } = quota;
          const words = t(isOver(quota) ? 'quotas.over' : 'quotas.state', { what: name(quota), held, size });
          return (
            <li key={`${scope} ${key}`} className="tabular-nums">
              {isBinding(quota, now) ? words : `${words} (${t('quotas.released')})`}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
