import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { isLiving, isUndecided } from '@tessera/core/seats/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { SeatStateBadge } from '~/components/state-badge.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { When } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

const linkOf = (args: LoaderFunctionArgs) => ({ ...seatParams(args), token: args.params.token ?? '' });

export async function loader(args: LoaderFunctionArgs) {
  const link = linkOf(args);
  return { network: link.network, link, ...(await api(args).seats.leavePage(link)) };
}

const Answer = z.object({ answer: z.enum(['accept', 'leave']).default('leave') });

export async function action(args: ActionFunctionArgs) {
  const link = linkOf(args);
  return submit(args, Answer, async ({ answer }) => {
    if (answer === 'accept') {
      await api(args).seats.accept(link);
      return redirectWithFlash(
        paths.seatLeave(link.network, link.seatId, link.token),
        'registering:guest.accepted',
      );
    }
    const { promoted } = await api(args).seats.leave(link);
    const key = promoted > 0 ? 'seats:cancel.donePromoted' : 'seats:cancel.done';
    return redirectWithFlash(paths.seatLeave(link.network, link.seatId, link.token), key);
  });
}

export const handle: Handle = { title: (t) => t('seats:cancel.title') };

/** Gives a seat back with the link of a mail, without signing in. */
export default function LeaveSeat() {
  const { network, link, ...seat } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['seats', 'registering', 'answers']);
  const format = useFormats();
  const state = useTesseraForm({ id: 'leave', labels: {} });
  const isGone = seat.state === 'cancelled';
  if (seat.state === 'rejected')
    return (
      <PageHeader
        eyebrow={seat.trainingTitle}
        title={t('registering:guest.rejectedTitle')}
        lead={seat.reason && t('registering:guest.reason', { reason: seat.reason })}
      />
    );
  return (
    <>
      <PageHeader
        eyebrow={seat.trainingTitle}
        title={t(isGone ? 'cancel.already' : seat.canAccept ? 'offer.title' : 'cancel.title')}
        lead={seat.canLeave && t(seat.canAccept ? 'offer.lead' : 'cancel.lead')}
      >
        <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-1">
          <SeatStateBadge state={seat.state} />
          {seat.position !== null && <span>{t('position', { position: seat.position })}</span>}
          <When {...seat} withTimes />
        </p>
        {seat.asksQuestions && isLiving(seat) && (
          <Link
            to={paths.guestAnswers(network, link.seatId, link.token)}
            className="link mt-2 inline-flex min-h-11 items-center"
          >
            {t('answers:seat.open')}
          </Link>
        )}
      </PageHeader>
      {isUndecided(seat) && (
        <div className="mb-6">
          <Notice title={t('registering:guest.undecidedTitle')} />
        </div>
      )}
      {seat.canLeave && (
        <TesseraForm state={state}>
          {seat.canAccept && seat.offeredUntil && (
            <>
              <p className="max-w-[40rem] font-semibold">
                {t('registering:guest.acceptText', {
                  moment: format.dateTime(seat.offeredUntil, seat.timeZone),
                })}
              </p>
              <ButtonRow>
                <Button name="answer" value="accept" look="primary" isPending={state.isPending}>
                  {t('registering:guest.accept')}
                </Button>
              </ButtonRow>
            </>
          )}
          <p className="max-w-[40rem]">
            {t(seat.state === 'waiting' ? 'cancel.leaveLine' : 'cancel.nextFree')}{' '}
            {seat.state !== 'waiting' && t('cancel.next')}
          </p>
          <ButtonRow>
            <Button name="answer" value="leave" look="danger" isPending={state.isPending}>
              {t('cancel.submit')}
            </Button>
          </ButtonRow>
        </TesseraForm>
      )}
      {!seat.canLeave && !isGone && <TooLate />}
    </>
  );
}

function TooLate() {
  const { cancelDeadline, startsAt, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation('seats');
  const moment = useFormats().dateTime(cancelDeadline ?? startsAt, timeZone);
  return (
    <Notice tone="warning" title={t('cancel.tooLate')}>
      {t('cancel.tooLateText', { moment })}
    </Notice>
  );
}
