import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OfferAnswer } from '@tessera/core/seats/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { AwayWays } from '~/components/exchange-ways.tsx';
import { SeatFacts } from '~/components/seats/seat-facts.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { Moment } from '~/components/when.tsx';
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
  return { ...where, ...(await api(args).exchange.awaySeat(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = seatParams(args);
  return submit(args, Answer, async ({ answer }) => {
    await api(args).exchange.answerOffer({ ...where, answer });
    const key = answer === 'accept' ? 'seats:offer.accepted' : 'seats:offer.declined';
    return redirectWithFlash(paths.away(where.network), key);
  });
}

export const handle: Handle = { title: (t) => t('seats:offer.title') };

export default function AwayOffer() {
  const { network, seat, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['seats', 'common']);
  const state = useTesseraForm({ id: 'offer', labels: {} });
  const { offeredUntil } = seat;
  const isOpen = seat.state === 'offered' && offeredUntil !== null && now < offeredUntil;
  const until = isOpen && [
    {
      term: t('offer.until'),
      value: (
        <strong>
          <Moment at={offeredUntil} timeZone={seat.timeZone} />
        </strong>
      ),
    },
  ];
  return (
    <>
      <AwayWays network={network} />
      <PageHeader
        eyebrow={seat.trainingTitle}
        title={t(isOpen ? 'offer.title' : 'offer.none')}
        lead={t(isOpen ? 'offer.lead' : 'offer.noneText')}
      />
      <div className="mb-8">
        <SeatFacts seat={seat} more={until || []} />
      </div>
      {isOpen ? (
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
      ) : (
        <LinkButton to={paths.away(network)}>{t('common:back')}</LinkButton>
      )}
    </>
  );
}
