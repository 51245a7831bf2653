import type { LoaderFunctionArgs } from '@remix-run/node';
import { formats } from '@tessera/i18n/format.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { api } from '~/server/api.server.ts';
import { trainingParams } from '~/server/params.server.ts';

/** The list that a phone at the door keeps, in the reader's order of names. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { people, keptUntil } = await api(args).attendance.roster(trainingParams(args));
  const format = formats(language);
  const unnamed = translator(language, 'seats')('toBeNamed');
  const t = translator(language, 'attendance');
  return Response.json(
    {
      keptUntil,
      people: people.map(
        ({ seatId, hash, queue, givenName, familyName, nameOrder, institutionName, sessionIds }) => ({
          seatId,
          hash,
          name:
            givenName || familyName
              ? format.personName({
                  givenName: givenName ?? '',
                  familyName: familyName ?? '',
                  nameOrder: nameOrder ?? 'given_first',
                })
              : `${unnamed}, ${t('number', { number: queue })}`,
          institution: institutionName ?? '',
          sessionIds,
        }),
      ),
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  );
}
