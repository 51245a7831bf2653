import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { isLiving } from '@tessera/core/seats/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { z } from 'zod';
import { SeatFacts } from '~/components/seats/seat-facts.tsx';
import { SeatWays, useSeatBack } from '~/components/seats/seat-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { pathAfterSeat } from '~/server/after-seat.server.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Notice } from '~/ui/notice.tsx';
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
  const state = useTesseraForm({ id: 'cancellation', labels: {} });
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
      {seat.canCancel ? (
        <TesseraForm state={state}>
          <p className="max-w-[40rem]">
            {t(seat.state === 'waiting' ? 'cancel.leaveLine' : 'cancel.nextFree')}{' '}
            {seat.state !== 'waiting' && t('cancel.next')}
          </p>
          <ButtonRow>
            <Button look="danger" isPending={state.isPending}>
              {t('cancel.submit')}
            </Button>
            <Link to={back} className="link inline-flex min-h-11 items-center">
              {t('cancel.keep')}
            </Link>
          </ButtonRow>
        </TesseraForm>
      ) : (
        <NotPossible back={back} />
      )}
    </>
  );
}

function NotPossible({ back }: { back: string }) {
  const { seat } = useLoaderData<typeof loader>();
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
