import { useTranslation } from '@tessera/i18n/react.tsx';
import { Notice } from '~/ui/notice.tsx';
import type { useDoor } from './use-door.ts';

/** How many are here, whether there is network, and what still waits for it. */
export function DoorState({ door, isKept }: { door: ReturnType<typeof useDoor>; isKept: boolean | null }) {
  const { t } = useTranslation('checkin');
  const { present, total, waiting, isOnline, isSignedOut } = door;
  return (
    <div className="mb-8 space-y-4">
      <p role="status" aria-label={t('state')} className="text-lg font-semibold tabular-nums">
        {[
          t('present', { present, total }),
          t(isOnline ? 'online' : 'offline'),
          waiting === 0 ? t('allSent') : t('waiting', { count: waiting }),
        ].join(' · ')}
      </p>
      <p className="text-sm text-muted">{t(isKept ? 'works' : isKept === null ? 'cannot' : 'preparing')}</p>
      {isSignedOut && <Notice tone="warning" title={t('signedOut')} />}
    </div>
  );
}
