import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { PersonName } from '~/components/person-name.tsx';
import { EventHead, EventNotices } from '~/components/registering/event-head.tsx';
import { GuestSeat } from '~/components/registering/guest-seat.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { DefinitionList } from '~/ui/lists.tsx';

const linkOf = (args: LoaderFunctionArgs) => ({
  ...networkParams(args),
  seatRequestId: args.params.seatRequest ?? '',
  token: args.params.token ?? '',
});

export async function loader(args: LoaderFunctionArgs) {
  const link = linkOf(args);
  return { network: link.network, ...(await api(args).registering.requestPage(link)) };
}

export async function action(args: ActionFunctionArgs) {
  const link = linkOf(args);
  return submit(args, z.object({}), async () => {
    await api(args).registering.confirm(link);
    return redirect(paths.seatRequest(link.network, link.seatRequestId, link.token));
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => t(data?.asked ? 'registering:guest.confirmTitle' : 'registering:guest.doneTitle'),
};

/** Opened from the mail: shows what was typed, and asks for the seat only with the button. */
export default function SeatRequestPage() {
  const { network, training, asked, seat } = useLoaderData<typeof loader>();
  const { t } = useTranslation('registering');
  const state = useTesseraForm({ id: 'confirmation', labels: {} });
  if (!asked)
    return (
      <>
        <EventHead event={training} title={t('guest.doneTitle')} />
        {seat && <GuestSeat network={network} seat={seat} asks={training.asksQuestions} />}
      </>
    );
  return (
    <>
      <EventHead event={training} title={t('guest.confirmTitle')} lead={t('guest.confirmLead')} />
      <EventNotices event={training} />
      <DefinitionList
        entries={[
          { term: t('guest.name'), value: <PersonName {...asked} /> },
          { term: t('guest.email'), value: asked.email },
        ]}
      />
      {training.window === 'open' && (
        <div className="mt-8">
          <TesseraForm state={state}>
            <ButtonRow>
              <Button look="primary" isPending={state.isPending}>
                {t('guest.confirm')}
              </Button>
            </ButtonRow>
          </TesseraForm>
        </div>
      )}
    </>
  );
}
