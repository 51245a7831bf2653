import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { AwayWays } from '~/components/exchange-ways.tsx';
import { CancelSeat } from '~/components/seats/cancel-seat.tsx';
import { SeatFacts } from '~/components/seats/seat-facts.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = seatParams(args);
  return { ...where, ...(await api(args).exchange.awaySeat(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = seatParams(args);
  return submit(args, z.object({}), async () => {
    await api(args).exchange.cancel(where);
    return redirectWithFlash(paths.away(where.network), 'seats:cancel.done');
  });
}

export const handle: Handle = { title: (t) => t('seats:cancel.title') };

export default function AwayCancellation() {
  const { network, seat } = useLoaderData<typeof loader>();
  const { t } = useTranslation('seats');
  return (
    <>
      <AwayWays network={network} />
      <PageHeader
        eyebrow={seat.trainingTitle}
        title={t(seat.state === 'cancelled' ? 'cancel.already' : 'cancel.title')}
        lead={seat.canCancel && t('cancel.lead')}
      />
      <div className="mb-8">
        <SeatFacts seat={seat} />
      </div>
      <CancelSeat seat={seat} back={paths.away(network)} />
    </>
  );
}
