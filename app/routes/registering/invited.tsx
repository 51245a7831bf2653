import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Guest } from '@tessera/core/registering/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { answerParts, answersIn, gatherAnswers, refuseAnswers } from '~/components/questions/answer-form.ts';
import { readAnew } from '~/components/questions/read-anew.ts';
import { EventHead, EventNotices } from '~/components/registering/event-head.tsx';
import { GuestForm } from '~/components/registering/guest-form.tsx';
import { GuestSeat } from '~/components/registering/guest-seat.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';

const linkOf = (args: LoaderFunctionArgs) => ({
  ...networkParams(args),
  seatInvitationId: args.params.seatInvitation ?? '',
  token: args.params.token ?? '',
});

export async function loader(args: LoaderFunctionArgs) {
  const link = linkOf(args);
  return { network: link.network, ...(await api(args).registering.invitation(link)) };
}

export async function action(args: ActionFunctionArgs) {
  const link = linkOf(args);
  const { invited } = await api(args).registering.invitation(link);
  const form = invited?.form ?? { version: 0, questions: [] };
  const Form = Guest.extend(answerParts).superRefine((typed, issues) => refuseAnswers(form, typed, issues));
  const send = async (person: z.output<typeof Form>) => {
    const answers = answersIn(form, person.answers);
    await api(args).registering.answerInvitation({ ...link, ...person, answers });
    return redirect(paths.seatInvitation(link.network, link.seatInvitationId, link.token));
  };
  return submit(args, Form, send, { prepare: gatherAnswers });
}

export const shouldRevalidate = readAnew;

export const handle: Handle<typeof loader> = {
  title: (t, data) => t(data?.invited ? 'registering:guest.title' : 'registering:guest.doneTitle'),
};

/** Registers an invited address once. */
export default function InvitedPage() {
  const { network, training, invited, seat } = useLoaderData<typeof loader>();
  const { t } = useTranslation('registering');
  if (!invited)
    return (
      <>
        <EventHead event={training} title={t('guest.doneTitle')} />
        {seat && <GuestSeat network={network} seat={seat} asks={training.asksQuestions} />}
      </>
    );
  const isOpen = training.window === 'open';
  const [familyName = '', ...given] = invited.name.split(' ').reverse();
  return (
    <>
      <EventHead
        event={training}
        title={t('guest.title')}
        lead={isOpen && t('guest.leadInvited', { email: invited.email })}
      />
      <EventNotices event={training} />
      {isOpen && (
        <GuestForm
          choices={training}
          form={invited.form}
          isInvited
          defaultValue={{ familyName, givenName: given.reverse().join(' ') }}
        />
      )}
    </>
  );
}
