import type { LoaderFunctionArgs } from '@remix-run/node';
import { translator } from '@tessera/i18n/server.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { apiForNobody } from '~/server/api.server.ts';
import { calendarAnswer } from '~/server/calendar-answer.server.ts';

/** A person's own calendar for calendar programs. The address is the key: no cookie is asked for and none counts. */
export async function loader(args: LoaderFunctionArgs) {
  const { id: tokenId = '', token = '' } = args.params;
  const { language, trainings } = await apiForNobody(args).calendars.personal({ tokenId, token });
  return calendarAnswer(args.request, {
    name: translator(language, 'catalogue')('own.calendarName'),
    fileName: 'tessera',
    language,
    trainings: trainings.map((training) => ({
      ...training,
      path: paths.training(training.networkCode, training.id),
    })),
  });
}
