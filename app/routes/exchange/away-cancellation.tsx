import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { AwayWays } from '~/components/exchange-ways.tsx';
import { SeatFacts } from '~/components/seats/seat-facts.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
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
  const { t } = useTranslation(['seats', 'common']);
  const format = useFormats();
  const state = useTesseraForm({ id: 'cancellation', labels: {} });
  const back = paths.away(network);
  const moment = format.dateTime(seat.cancelDeadline ?? seat.startsAt, seat.timeZone);
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
      {seat.canCancel ? (
        <TesseraForm state={state}>
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
        seat.state !== 'cancelled' && (
          <Notice
            tone="warning"
            title={t('cancel.tooLate')}
            actions={<LinkButton to={back}>{t('common:back')}</LinkButton>}
          >
            {t('cancel.tooLateText', { moment })}
          </Notice>
        )
      )}
    </>
  );
}
