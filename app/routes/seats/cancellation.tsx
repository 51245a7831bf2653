import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { z } from 'zod';
import { CancelSeat } from '~/components/seats/cancel-seat.tsx';
import { SeatFacts } from '~/components/seats/seat-facts.tsx';
import { SeatWays, useSeatBack } from '~/components/seats/seat-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { pathAfterSeat } from '~/server/after-seat.server.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = seatParams(args);
  return { ...where, ...(await api(args).seats.one(where)) };
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, z.object({}), async () => {
    const { promoted, trainingId } = await api(args).seats.cancel(seatParams(args));
    const key = promoted > 0 ? 'seats:cancel.donePromoted' : 'seats:cancel.done';
    return redirectWithFlash(await pathAfterSeat(args, trainingId), key);
  });
}

export const handle: Handle = { title: (t) => t('seats:cancel.title') };

export default function SeatCancellation() {
  const { network, seat } = useLoaderData<typeof loader>();
  const { t } = useTranslation('seats');
  const back = useSeatBack(network, seat.trainingId);
  return (
    <>
      <SeatWays network={network} seat={seat} />
      <PageHeader
        eyebrow={seat.trainingTitle}
        title={t(seat.state === 'cancelled' ? 'cancel.already' : 'cancel.title')}
        lead={seat.canCancel && t('cancel.lead')}
      />
      <div className="mb-8">
        <SeatFacts seat={seat} />
      </div>
      <CancelSeat seat={seat} back={back} />
    </>
  );
}
