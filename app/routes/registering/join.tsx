import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SeatAsking } from '@tessera/core/registering/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { answerParts, answersIn, gatherAnswers, refuseAnswers } from '~/components/questions/answer-form.ts';
import { readAnew } from '~/components/questions/read-anew.ts';
import { EventHead, EventNotices } from '~/components/registering/event-head.tsx';
import { GuestForm } from '~/components/registering/guest-form.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';

const Asking = SeatAsking.omit({ trainingId: true, token: true }).extend(answerParts);
const linkOf = (args: LoaderFunctionArgs) => ({ ...trainingParams(args), token: args.params.token ?? '' });

export async function loader(args: LoaderFunctionArgs) {
  return { event: await api(args).registering.linkPage(linkOf(args)) };
}

export async function action(args: ActionFunctionArgs) {
  const link = linkOf(args);
  const { form } = await api(args).registering.linkPage(link);
  const Form = Asking.superRefine((typed, issues) => refuseAnswers(form, typed, issues));
  const send = async (person: z.output<typeof Form>) => {
    await api(args).registering.ask({ ...link, ...person, answers: answersIn(form, person.answers) });
    return redirect(paths.publicRegistrationSent(link.network, link.trainingId, link.token));
  };
  return submit(args, Form, send, { prepare: gatherAnswers });
}

export const shouldRevalidate = readAnew;

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && `${t('registering:guest.title')}: ${data.event.title}`,
};

/** Registers without a login, by the public link of an event. */
export default function Join() {
  const { event } = useLoaderData<typeof loader>();
  const { t } = useTranslation('registering');
  const isOpen = event.window === 'open';
  return (
    <>
      <EventHead event={event} title={t('guest.title')} lead={isOpen && t('guest.lead')} />
      <EventNotices event={event} />
      {isOpen && <GuestForm choices={event} form={event.form} />}
    </>
  );
}
