import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OfferAnswer } from '@tessera/core/seats/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { SeatFacts } from '~/components/seats/seat-facts.tsx';
import { SeatWays, useSeatBack } from '~/components/seats/seat-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { Moment } from '~/components/when.tsx';
import { pathAfterSeat } from '~/server/after-seat.server.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { PageHeader } from '~/ui/page.tsx';

const Answer = OfferAnswer.pick({ answer: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = seatParams(args);
  return { ...where, ...(await api(args).seats.one(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = seatParams(args);
  return submit(args, Answer, async ({ answer }) => {
    const call = api(args);
    const { seat } = await call.seats.one(where);
    await call.seats.answerOffer({ ...where, answer });
    const key = answer === 'accept' ? 'seats:offer.accepted' : 'seats:offer.declined';
    return redirectWithFlash(await pathAfterSeat(args, seat.trainingId), key);
  });
}

export const handle: Handle = { title: (t) => t('seats:offer.title') };

export default function SeatOffer() {
  const { network, seat, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['seats', 'common']);
  const state = useTesseraForm({ id: 'offer', labels: {} });
  const back = useSeatBack(network, seat.trainingId);
  const { offeredUntil } = seat;
  const isOpen = seat.state === 'offered' && offeredUntil !== null && now < offeredUntil;
  if (!isOpen) {
    return (
      <>
        <SeatWays network={network} seat={seat} />
        <PageHeader eyebrow={seat.trainingTitle} title={t('offer.none')} lead={t('offer.noneText')} />
        <div className="mb-8">
          <SeatFacts seat={seat} />
        </div>
        <LinkButton to={back}>{t('common:back')}</LinkButton>
      </>
    );
  }
  return (
    <>
      <SeatWays network={network} seat={seat} />
      <PageHeader eyebrow={seat.trainingTitle} title={t('offer.title')} lead={t('offer.lead')} />
      <div className="mb-8">
        <SeatFacts
          seat={seat}
          more={[
            {
              term: t('offer.until'),
              value: (
                <strong>
                  <Moment at={offeredUntil} timeZone={seat.timeZone} />
                </strong>
              ),
            },
          ]}
        />
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
