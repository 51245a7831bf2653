import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OfferAnswer } from '@tessera/core/seats/schema.ts';
import { AnswerOffer } from '~/components/seats/answer-offer.tsx';
import { SeatWays, useSeatBack } from '~/components/seats/seat-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { pathAfterSeat } from '~/server/after-seat.server.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';

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
  const back = useSeatBack(network, seat.trainingId);
  return (
    <>
      <SeatWays network={network} seat={seat} />
      <AnswerOffer seat={seat} now={now} back={back} />
    </>
  );
}
