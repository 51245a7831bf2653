import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { answerParts, answersIn, gatherAnswers, refuseAnswers } from '~/components/questions/answer-form.ts';
import { readAnew } from '~/components/questions/read-anew.ts';
import { SeatAnswersForm } from '~/components/questions/seat-answers-form.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { When } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { PageHeader } from '~/ui/page.tsx';

const linkOf = (args: LoaderFunctionArgs) => ({ ...seatParams(args), token: args.params.token ?? '' });

export async function loader(args: LoaderFunctionArgs) {
  const link = linkOf(args);
  const { seat, ...page } = await api(args).questions.ofLink(link);
  const { trainingTitle, startsAt, endsAt, timeZone } = seat;
  return { ...link, page, training: { trainingTitle, startsAt, endsAt, timeZone } };
}

export async function action(args: ActionFunctionArgs) {
  const link = linkOf(args);
  const call = api(args);
  const page = await call.questions.ofLink(link);
  const Form = z
    .object(answerParts)
    .superRefine((typed, issues) => refuseAnswers(page, typed, issues, { kept: page.sealed }));
  const send = async ({ answers, formVersion }: z.output<typeof Form>) => {
    const { isAskedAgain } = await call.questions.answerByLink({
      ...link,
      formVersion,
      answers: answersIn(page, answers),
    });
    return redirectWithFlash(
      paths.guestAnswers(link.network, link.seatId, link.token),
      isAskedAgain ? 'registering:approvals.askedAgain' : 'answers:seat.saved',
    );
  };
  return submit(args, Form, send, { prepare: gatherAnswers });
}

export const shouldRevalidate = readAnew;

export const handle: Handle = { title: (t) => t('answers:seat.title') };

/** The same without signing in, with the link of a seat. */
export default function GuestAnswers() {
  const { network, seatId, token, page, training } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['answers', 'registering']);
  return (
    <>
      <PageHeader
        eyebrow={training.trainingTitle}
        title={t('seat.title')}
        lead={page.canAnswer && t('seat.lead')}
      >
        <p className="mt-4">
          <When {...training} withTimes />
        </p>
      </PageHeader>
      <SeatAnswersForm page={page} />
      <p className="mt-8">
        <LinkButton to={paths.seatLeave(network, seatId, token)} size="small">
          {t('registering:guest.seeSeat')}
        </LinkButton>
      </p>
    </>
  );
}
