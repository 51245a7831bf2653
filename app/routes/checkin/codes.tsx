import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readableCode } from '@tessera/core/attendance/rules.ts';
import { qrSvg } from '@tessera/documents/qr.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { SeatCode } from '~/components/checkin/seat-code.tsx';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { When } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { training, people } = await api(args).attendance.passes(trainingParams(args));
  return {
    training,
    people: people.map(({ code, ...person }) => ({
      ...person,
      code: readableCode(code),
      svg: qrSvg(code),
    })),
  };
}

export const handle: Handle<typeof loader> = {
  title: (t, found) => found && `${t('checkin:codes.title')}: ${found.training.title}`,
};

export default function CheckInCodes() {
  const { training, people } = useLoaderData<typeof loader>();
  const { t } = useTranslation('checkin');
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('codes.title')} lead={t('codes.lead')}>
        <p className="mt-4">
          <When {...training} withTimes />
        </p>
      </PageHeader>
      {people.length === 0 ? (
        <Empty title={t('codes.empty')}>{t('codes.emptyText')}</Empty>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-2">
          {people.map(({ seatId, svg, code, institutionName, ...person }) => (
            <li key={seatId} className="break-inside-avoid border border-rule p-4">
              <p className="font-semibold">
                <PersonName {...person} />
              </p>
              <p className="mb-3 text-sm text-muted">{institutionName}</p>
              <SeatCode svg={svg} code={code} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
