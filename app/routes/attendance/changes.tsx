import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { halfDayParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = halfDayParams(args);
  return { network: where.network, ...(await api(args).attendance.trail(where)) };
}

export const handle: Handle<typeof loader> = {
  title: (t, found) => found && `${t('attendance:trail.title')}: ${found.training.title}`,
};

export default function AttendanceChanges() {
  const { network, training, session, changes } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['attendance', 'trainings']);
  const format = useFormats();
  const mark = (state: (typeof changes)[number]['toState'], minutes: number | null) => {
    if (state === null) return t('trail.none');
    const word = t(`states.${state}`);
    return minutes === null ? word : t('trail.inPart', { state: word, minutes });
  };
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={t('session', {
          day: format.shortDate(session.startsAt, training.timeZone),
          halfDay: t(`trainings:halfDay.${session.halfDay}`),
        })}
        title={t('trail.title')}
        lead={t('trail.lead')}
        actions={
          <LinkButton to={paths.attendance(network, training.id, { session: session.id })}>
            {t('title')}
          </LinkButton>
        }
      />
      <Locks />
      {changes.length === 0 ? (
        <Empty title={t('trail.empty')}>{t('trail.emptyText')}</Empty>
      ) : (
        <Table
          caption={t('trail.caption')}
          isCaptionHidden
          rows={changes}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'who',
              header: t('trail.who'),
              isName: true,
              cell: (change) => <PersonName {...change} />,
            },
            {
              key: 'change',
              header: t('trail.change'),
              cell: ({ fromState, fromMinutes, toState, toMinutes }) =>
                t('trail.fromTo', { from: mark(fromState, fromMinutes), to: mark(toState, toMinutes) }),
            },
            { key: 'way', header: t('trail.way'), cell: ({ way }) => t(`trail.ways.${way}`) },
            {
              key: 'by',
              header: t('trail.by'),
              cell: ({ changedBy }) => changedBy ?? t('trail.someone'),
            },
            {
              key: 'when',
              header: t('trail.when'),
              cell: ({ changedAt }) => format.dateTime(changedAt, training.timeZone),
            },
          ]}
        />
      )}
    </>
  );
}

function Locks() {
  const { training, locks } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const format = useFormats();
  if (locks.length === 0) return null;
  const moment = (at: Date) => format.dateTime(at, training.timeZone);
  return (
    <Section id="locks" title={t('trail.locks')}>
      <ul className="space-y-2">
        {locks.map(({ id, lockedAt, lockedBy, reopenedAt, reopenedBy, reason }) => (
          <li key={id}>
            {t('trail.lockLine', { name: lockedBy ?? t('trail.someone'), moment: moment(lockedAt) })}
            {reopenedAt && (
              <span className="block">
                {t('trail.reopenLine', {
                  name: reopenedBy ?? t('trail.someone'),
                  moment: moment(reopenedAt),
                  reason,
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
