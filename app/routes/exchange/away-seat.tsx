import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { AwayWays } from '~/components/exchange-ways.tsx';
import { answersIn, gatherAnswers, refuseAnswers } from '~/components/questions/answer-form.ts';
import { readAnew } from '~/components/questions/read-anew.ts';
import { Naming, NamingForm } from '~/components/seats/naming-form.tsx';
import { SeatFacts } from '~/components/seats/seat-facts.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = seatParams(args);
  return { ...where, ...(await api(args).exchange.awaySeat(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = seatParams(args);
  const call = api(args);
  const { form } = await call.exchange.awaySeat(where);
  const Form = Naming.superRefine((typed, issues) => refuseAnswers(form, typed, issues));
  const send = async (person: z.output<typeof Form>) => {
    await call.exchange.name({ ...where, ...person, answers: answersIn(form, person.answers) });
    return redirectWithFlash(paths.away(where.network), 'seats:name.done');
  };
  return submit(args, Form, send, { prepare: gatherAnswers });
}

export const shouldRevalidate = readAnew;

export const handle: Handle<typeof loader> = {
  title: (t, data) => t(data?.seat.participantId ? 'seats:name.titleReplace' : 'seats:name.title'),
};

export default function AwaySeat() {
  const { network, seat, form } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['seats', 'common']);
  const back = paths.away(network);
  return (
    <>
      <AwayWays network={network} />
      <PageHeader
        eyebrow={seat.trainingTitle}
        title={t(seat.participantId ? 'name.titleReplace' : 'name.title')}
        lead={seat.canName && t('name.lead')}
      />
      <Section id="seat" title={t('name.now')}>
        <SeatFacts seat={seat} />
      </Section>
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
