import type { LoaderFunctionArgs } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { joinUrlOf } from '~/components/trainings/join-url.server.ts';
import { api } from '~/server/api.server.ts';
import { calendarAnswer } from '~/server/calendar-answer.server.ts';
import { trainingParams } from '~/server/params.server.ts';

/** One training for a calendar program, an entry for each half-day. */
export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const call = api(args);
  const { training, seats } = await call.trainings.pageWithSeats(where);
  const joinUrl = await joinUrlOf(call, where, training, seats);
  return calendarAnswer(args.request, {
    name: training.title,
    fileName: training.code.replace(/[^\w-]+/g, '-'),
    language: args.context.language,
    isSingle: true,
    trainings: [
      {
        ...training,
        joinUrl,
        path: paths.training(where.network, training.id),
        sharedBy: training.isOwn ? null : training.networkName,
      },
    ],
  });
}
