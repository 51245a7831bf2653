import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OfferAnswer } from '@tessera/core/seats/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { AwayWays } from '~/components/exchange-ways.tsx';
import { AnswerOffer } from '~/components/seats/answer-offer.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';

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
  return (
    <>
      <AwayWays network={network} />
      <AnswerOffer seat={seat} now={now} back={paths.away(network)} />
    </>
  );
}
