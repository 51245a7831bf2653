import { useTranslation } from '@tessera/i18n/react.tsx';
import type { TFunction } from 'i18next';
import { Meter } from '~/ui/meter.tsx';

export type SeatCounts = { capacity: number; takenCount: number; waitingCount: number };

/** How many seats are taken, free and waited for, as tiles and in words. */
export function SeatMeter({ capacity, takenCount, waitingCount }: SeatCounts) {
  const { t } = useTranslation('seats');
  return (
    <Meter value={takenCount} max={capacity} words={seatsText(t, { capacity, takenCount, waitingCount })} />
  );
}

/** `34 of 36 taken, 2 free, 4 waiting` */
export function seatsText(t: TFunction<'seats'>, { capacity, takenCount, waitingCount }: SeatCounts): string {
  if (capacity === 0 && takenCount === 0 && waitingCount === 0) return t('meter.none');
  const free = Math.max(0, capacity - takenCount);
  return [
    t('meter.taken', { taken: takenCount, capacity }),
    free > 0 ? t('meter.free', { count: free }) : t('meter.full'),
    waitingCount > 0 && t('meter.waiting', { count: waitingCount }),
  ]
    .filter(Boolean)
    .join(', ');
}
