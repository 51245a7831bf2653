import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { answerParts, answersIn, gatherAnswers, refuseAnswers } from '~/components/questions/answer-form.ts';
import { readAnew } from '~/components/questions/read-anew.ts';
import { SeatAnswersForm } from '~/components/questions/seat-answers-form.tsx';
import { SeatFacts } from '~/components/seats/seat-facts.tsx';
import { SeatWays } from '~/components/seats/seat-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = seatParams(args);
  return { ...where, page: await api(args).questions.ofSeat(where) };
}

export async function action(args: ActionFunctionArgs) {
  const where = seatParams(args);
  const call = api(args);
  const page = await call.questions.ofSeat(where);
  const Form = z
    .object(answerParts)
    .superRefine((typed, issues) => refuseAnswers(page, typed, issues, { kept: page.sealed }));
  const send = async ({ answers, formVersion }: z.output<typeof Form>) => {
    const { isAskedAgain } = await call.questions.answer({
      ...where,
      formVersion,
      answers: answersIn(page, answers),
    });
    return redirectWithFlash(
      paths.seatAnswers(where.network, where.seatId),
      isAskedAgain ? 'registering:approvals.askedAgain' : 'answers:seat.saved',
    );
  };
  return submit(args, Form, send, { prepare: gatherAnswers });
}

export const shouldRevalidate = readAnew;

export const handle: Handle = { title: (t) => t('answers:seat.title') };

/** What somebody in a seat answered to the questions of the event. */
export default function SeatAnswers() {
  const { network, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation('answers');
  return (
    <>
      <SeatWays network={network} seat={page.seat} />
      <PageHeader
        eyebrow={page.seat.trainingTitle}
        title={t('seat.title')}
        lead={page.canAnswer && t('seat.lead')}
      />
      <Section id="seat" title={t('table.person')}>
        <SeatFacts seat={page.seat} />
      </Section>
      <Section id="answers" title={t('form.title')}>
        <SeatAnswersForm page={page} />
      </Section>
    </>
  );
}
