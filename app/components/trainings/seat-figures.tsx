import { isHeld, isUndecided } from '@tessera/core/seats/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { SeatMeter } from '~/components/seat-meter.tsx';
import { QuotaStates } from '~/components/seats/quota-states.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Stat, Stats } from '~/ui/meter.tsx';
import { Notice } from '~/ui/notice.tsx';
import type { ManagedSeat, ManagedTraining } from './manage-types.ts';

/** The seats of a training as a picture and as figures. */
export function SeatFigures({
  training,
  seats,
  unnamed,
}: {
  training: ManagedTraining;
  seats: readonly ManagedSeat[];
  unnamed: number;
}) {
  const { t } = useTranslation(['trainings', 'seats']);
  const format = useFormats();
  const count = (state: string) => seats.filter((seat) => seat.state === state).length;
  const held = seats.filter(isHeld);
  const institutions = new Set(held.map(({ institutionId }) => institutionId).filter(Boolean)).size;
  const offered = count('offered');
  const undecided = seats.filter(isUndecided).length;
  return (
    <>
      <SeatMeter {...training} />
      {training.takenCount > training.capacity && (
        <div className="mt-5">
          <Notice tone="warning" title={t('manage.figures.honoured')} />
        </div>
      )}
      <div className="mt-8">
        <Stats>
          <Stat figure={format.number(count('confirmed'))} label={t('manage.figures.confirmed')} />
          {undecided > 0 && <Stat figure={format.number(undecided)} label={t('seats:states.pending')} />}
          {offered > 0 && <Stat figure={format.number(offered)} label={t('manage.figures.offered')} />}
          <Stat figure={format.number(count('waiting'))} label={t('manage.figures.waiting')} />
          <Stat figure={format.number(training.free)} label={t('manage.figures.free')} />
          <Stat figure={format.number(unnamed)} label={t('manage.figures.unnamed')} />
          <Stat figure={format.number(institutions)} label={t('manage.figures.institutions')} />
        </Stats>
      </div>
      <QuotaStates training={training} />
    </>
  );
}
