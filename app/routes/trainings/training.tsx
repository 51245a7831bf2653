import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { env } from '@tessera/env/env.server.ts';
import { absolute, paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { About } from '~/components/trainings/about.tsx';
import { Details } from '~/components/trainings/details.tsx';
import { EventData } from '~/components/trainings/event-data.tsx';
import { HalfDays } from '~/components/trainings/half-days.tsx';
import { JoinLink } from '~/components/trainings/join-link.tsx';
import { joinUrlOf } from '~/components/trainings/join-url.server.ts';
import { OtherDates } from '~/components/trainings/other-dates.tsx';
import { OwnSeats } from '~/components/trainings/own-seats.tsx';
import { RegistrationState } from '~/components/trainings/registration-state.tsx';
import { TrainingHeader } from '~/components/trainings/training-header.tsx';
import { api } from '~/server/api.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { breadcrumbData, publicHead } from '~/server/public-head.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const { network } = where;
  const call = api(args);
  const { training, seats } = await call.trainings.pageWithSeats(where);
  const { texts: _texts, updatedAt: _updatedAt, sequence: _sequence, ...shown } = training;
  const ownAddress = paths.training(training.networkCode, training.id);
  return {
    network,
    training: shown,
    seats,
    joinUrl: await joinUrlOf(call, where, training, seats),
    url: absolute(env().appUrl, ownAddress),
    head: publicHead(args, {
      path: ownAddress,
      title: training.title,
      text: training.summary,
      data: [
        breadcrumbData(
          { name: training.networkName, path: paths.network(training.networkCode) },
          { name: training.title, path: ownAddress },
        ),
      ],
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

export const handle: Handle<typeof loader> = { title: (_t, data) => data?.training.title };

export default function Training() {
  const { network, training, seats, joinUrl, url } = useLoaderData<typeof loader>();
  return (
    <>
      <TrainingHeader network={network} training={training} />
      <RegistrationState training={training} />
      {seats.length > 0 && <OwnSeats network={network} seats={seats} training={training} />}
      {joinUrl !== null && <JoinLink url={joinUrl} />}
      <About training={training} />
      <HalfDays training={training} />
      <OtherDates network={network} training={training} />
      <Details training={training} />
      <EventData training={training} url={url} />
    </>
  );
}
