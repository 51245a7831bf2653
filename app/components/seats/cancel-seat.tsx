import { isLiving } from '@tessera/core/seats/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Notice } from '~/ui/notice.tsx';

type CancellableSeat = {
  state: string;
  canCancel: boolean;
  cancelDeadline: Date | null;
  startsAt: Date;
  timeZone: string;
};

/** Asks once more before a seat is given back, or says why it cannot be. `back` is where whoever keeps it goes. */
export function CancelSeat({ seat, back }: { seat: CancellableSeat; back: string }) {
  const { t } = useTranslation('seats');
  const state = useTesseraForm({ id: 'cancellation', labels: {} });
  if (!seat.canCancel) return <NotPossible seat={seat} back={back} />;
  return (
    <TesseraForm state={state}>
      <p className="max-w-[40rem]">
        {t(seat.state === 'waiting' ? 'cancel.leaveLine' : 'cancel.nextFree')}{' '}
        {seat.state !== 'waiting' && t('cancel.next')}
      </p>
      <FormEnd back={back} backLabel={t('cancel.keep')} look="danger" isPending={state.isPending}>
        {t('cancel.submit')}
      </FormEnd>
    </TesseraForm>
  );
}

function NotPossible({ seat, back }: { seat: CancellableSeat; back: string }) {
  const { t } = useTranslation(['seats', 'common']);
  const format = useFormats();
  const moment = format.dateTime(seat.cancelDeadline ?? seat.startsAt, seat.timeZone);
  const isGone = !isLiving(seat);
  return (
    <Notice
      tone="warning"
      title={t(isGone ? 'cancel.already' : 'cancel.tooLate')}
      actions={<LinkButton to={back}>{t('common:back')}</LinkButton>}
    >
      {!isGone && t('cancel.tooLateText', { moment })}
    </Notice>
  );
}
