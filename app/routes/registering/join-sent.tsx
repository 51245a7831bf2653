import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requestHours } from '@tessera/core/registering/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { EventHead } from '~/components/registering/event-head.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { trainingParams } from '~/server/params.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const link = { ...trainingParams(args), token: args.params.token ?? '' };
  return { event: await api(args).registering.linkPage(link) };
}

export const handle: Handle = { title: (t) => t('registering:guest.sentTitle') };

/** The same for every address, known or not. */
export default function JoinSent() {
  const { event } = useLoaderData<typeof loader>();
  const { t } = useTranslation('registering');
  return (
    <EventHead
      event={event}
      title={t('guest.sentTitle')}
      lead={t('guest.sentText', { hours: requestHours })}
    />
  );
}
