import type { LoaderFunctionArgs } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { calendarAnswer } from '~/server/calendar-answer.server.ts';
import { networkParams } from '~/server/params.server.ts';

/** The trainings of a network for calendar programs; needs no cookie. */
export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const [{ name }, trainings] = await Promise.all([
    api(args).networks.shell({ network }),
    api(args).trainings.feed({ network }),
  ]);
  const { language } = args.context;
  return calendarAnswer(args.request, {
    name,
    fileName: network,
    language,
    trainings: trainings.map((training) => ({ ...training, path: paths.training(network, training.id) })),
  });
}
