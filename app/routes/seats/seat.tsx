import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readableCode } from '@tessera/core/attendance/rules.ts';
import { qrSvg } from '@tessera/documents/qr.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { SeatCode } from '~/components/checkin/seat-code.tsx';
import { answersIn, gatherAnswers, refuseAnswers } from '~/components/questions/answer-form.ts';
import { readAnew } from '~/components/questions/read-anew.ts';
import { Naming, NamingForm } from '~/components/seats/naming-form.tsx';
import { SeatFacts } from '~/components/seats/seat-facts.tsx';
import { SeatWays, useSeatBack } from '~/components/seats/seat-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { nextPath, pathAfterSeat } from '~/server/after-seat.server.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = seatParams(args);
  const call = api(args);
  const [page, { code }, form] = await Promise.all([
    call.seats.one(where),
    call.attendance.pass(where),
    formFor(args),
  ]);
  return {
    ...where,
    next: nextPath(args),
    ...page,
    form,
    pass: code && { code: readableCode(code), svg: qrSvg(code) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = seatParams(args);
  const call = api(args);
  const [{ seat }, form] = await Promise.all([call.seats.one(where), formFor(args)]);
  // Correcting how the same name is written asks nothing anew.
  const isSame = (typed: { givenName: string; familyName: string }) =>
    typed.givenName === seat.givenName && typed.familyName === seat.familyName;
  const Form = Naming.superRefine((typed, issues) => {
    if (!isSame(typed)) refuseAnswers(form, typed, issues);
  });
  const send = async (person: z.output<typeof Form>) => {
    const answers = answersIn(form, person.answers);
    const { isAskedAgain } = await call.seats.name({ ...where, ...person, answers });
    const key = isAskedAgain ? 'registering:approvals.askedAgain' : 'seats:name.done';
    return redirectWithFlash(await pathAfterSeat(args, seat.trainingId), key);
  };
  return submit(args, Form, send, { prepare: gatherAnswers });
}

// What whoever sits in the seat is asked; the organiser's own questions are no part of a name.
async function formFor(args: LoaderFunctionArgs) {
  const { version, questions } = await api(args).questions.ofSeat(seatParams(args));
  return { version, questions: questions.filter(({ forOrganiser }) => !forOrganiser) };
}

export const shouldRevalidate = readAnew;

export const handle: Handle<typeof loader> = {
  title: (t, data) => t(data?.seat.participantId ? 'seats:name.titleReplace' : 'seats:name.title'),
};

export default function SeatPage() {
  const { network, next, seat, pass, form } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['seats', 'checkin', 'answers', 'common']);
  const usual = useSeatBack(network, seat.trainingId);
  const back = next || usual;
  return (
    <>
      <SeatWays network={network} seat={seat} />
      <PageHeader
        eyebrow={seat.trainingTitle}
        title={t(seat.participantId ? 'name.titleReplace' : 'name.title')}
        lead={seat.canName && t('name.lead')}
      />
      <Section id="seat" title={t('name.now')}>
        <SeatFacts seat={seat} />
        {form.questions.length > 0 && seat.participantId && (
          <p className="mt-4">
            <LinkButton to={paths.seatAnswers(network, seat.id)} size="small">
              {t('answers:seat.open')}
            </LinkButton>
          </p>
        )}
      </Section>
      {pass && (
        <Section id="pass" title={t('checkin:pass.title')}>
          <p className="mb-4 max-w-[46rem]">{t('checkin:pass.text')}</p>
          <SeatCode {...pass} />
        </Section>
      )}
      <Section id="person" title={t('mine.person')}>
        {seat.canName ? (
          <NamingForm back={back} form={form} />
        ) : (
          <Notice
            tone="warning"
            title={t('name.notPossible')}
            actions={<LinkButton to={back}>{t('common:back')}</LinkButton>}
          >
            {t('name.notPossibleText')}
          </Notice>
        )}
      </Section>
    </>
  );
}
