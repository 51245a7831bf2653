import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readableCode } from '@tessera/core/attendance/rules.ts';
import { SeatNaming } from '@tessera/core/seats/schema.ts';
import { qrSvg } from '@tessera/documents/qr.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { z } from 'zod';
import { SeatCode } from '~/components/checkin/seat-code.tsx';
import { usualNameOrder } from '~/components/name-order.ts';
import { PlaceFields } from '~/components/seats/place-fields.tsx';
import { SeatFacts } from '~/components/seats/seat-facts.tsx';
import { SeatWays, useSeatBack } from '~/components/seats/seat-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { nextPath, pathAfterSeat } from '~/server/after-seat.server.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

const Naming = SeatNaming.omit({ seatId: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = seatParams(args);
  const call = api(args);
  const [page, { code }] = await Promise.all([call.seats.one(where), call.attendance.pass(where)]);
  return {
    ...where,
    next: nextPath(args),
    ...page,
    pass: code && { code: readableCode(code), svg: qrSvg(code) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = seatParams(args);
  return submit(args, Naming, async (person) => {
    const call = api(args);
    const { seat } = await call.seats.one(where);
    const { isAskedAgain } = await call.seats.name({ ...where, ...person });
    const key = isAskedAgain ? 'registering:approvals.askedAgain' : 'seats:name.done';
    return redirectWithFlash(await pathAfterSeat(args, seat.trainingId), key);
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => t(data?.seat.participantId ? 'seats:name.titleReplace' : 'seats:name.title'),
};

export default function SeatPage() {
  const { network, next, seat, pass } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['seats', 'checkin', 'common']);
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
      </Section>
      {pass && (
        <Section id="pass" title={t('checkin:pass.title')}>
          <p className="mb-4 max-w-[46rem]">{t('checkin:pass.text')}</p>
          <SeatCode {...pass} />
        </Section>
      )}
      <Section id="person" title={t('mine.person')}>
        {seat.canName ? (
          <NamingForm back={back} />
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

function NamingForm({ back }: { back: string }) {
  const { t, language } = useTranslation(['seats', 'identity', 'common']);
  const nameOrder = usualNameOrder(language);
  const state = useTesseraForm<z.input<typeof Naming>>({
    id: 'seat',
    labels: {
      givenName: t('register.givenName'),
      familyName: t('register.familyName'),
      nameOrder: t('register.nameOrder'),
      email: t('register.email'),
      jobTitle: t('register.jobTitle'),
    },
    hints: { email: t('register.emailHint') },
    optional: ['email', 'jobTitle'],
    defaultValue: { nameOrder },
  });
  const { field } = state;
  return (
    <TesseraForm state={state}>
      <PlaceFields
        nameOrder={nameOrder}
        givenName={field('givenName')}
        familyName={field('familyName')}
        email={field('email')}
        jobTitle={field('jobTitle')}
      />
      <RadioField
        {...field('nameOrder')}
        options={[
          { value: 'given_first', label: t('identity:fields.givenFirst') },
          { value: 'family_first', label: t('identity:fields.familyFirst') },
        ]}
      />
      <ButtonRow>
        <Button look="primary" isPending={state.isPending}>
          {t('name.submit')}
        </Button>
        <Link to={back} className="link inline-flex min-h-11 items-center">
          {t('common:cancel')}
        </Link>
      </ButtonRow>
    </TesseraForm>
  );
}
