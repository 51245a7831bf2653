import { useTranslation } from '@tessera/i18n/react.tsx';
import { Moment } from '~/components/when.tsx';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { SeatFacts } from './seat-facts.tsx';

type OfferedSeat = Parameters<typeof SeatFacts>[0]['seat'] & {
  trainingTitle: string;
  state: string;
  offeredUntil: Date | null;
  timeZone: string;
};

/** A seat that is offered, to be accepted or declined; without an open offer it says so and leads `back`. */
export function AnswerOffer({ seat, now, back }: { seat: OfferedSeat; now: Date; back: string }) {
  const { t } = useTranslation(['seats', 'common']);
  const state = useTesseraForm({ id: 'offer', labels: {} });
  const { offeredUntil, timeZone } = seat;
  const isOpen = seat.state === 'offered' && offeredUntil !== null && now < offeredUntil;
  if (!isOpen) {
    return (
      <>
        <PageHeader eyebrow={seat.trainingTitle} title={t('offer.none')} lead={t('offer.noneText')} />
        <div className="mb-8">
          <SeatFacts seat={seat} />
        </div>
        <LinkButton to={back}>{t('common:back')}</LinkButton>
      </>
    );
  }
  const until = (
    <strong>
      <Moment at={offeredUntil} timeZone={timeZone} />
    </strong>
  );
  return (
    <>
      <PageHeader eyebrow={seat.trainingTitle} title={t('offer.title')} lead={t('offer.lead')} />
      <div className="mb-8">
        <SeatFacts seat={seat} more={[{ term: t('offer.until'), value: until }]} />
      </div>
      <TesseraForm state={state}>
        <ButtonRow>
          <Button look="primary" name="answer" value="accept" isPending={state.isPending}>
            {t('offer.accept')}
          </Button>
          <Button look="danger" name="answer" value="decline" isPending={state.isPending}>
            {t('offer.decline')}
          </Button>
        </ButtonRow>
        <p className="max-w-[36rem] text-sm text-muted">{t('offer.declineText')}</p>
      </TesseraForm>
    </>
  );
}
