import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Marks } from '@tessera/core/attendance/schema.ts';
import { languageNames, pickLanguage } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { AttendanceCounts } from '~/components/attendance/attendance-counts.tsx';
import { AttendanceSheet } from '~/components/attendance/attendance-sheet.tsx';
import { useMarks } from '~/components/attendance/use-marks.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { ExportLinks } from '~/components/transfer/export-links.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { When } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Filter, FilterBar } from '~/ui/filter-bar.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Tabs } from '~/ui/ways.tsx';

const State = Marks.shape.marks.element.shape.state;
/** Each row says what it showed, so that saving an old page does not undo what someone else marked since. */
const MarksForm = z.object({
  sessionId: z.uuid(),
  marks: z
    .array(z.object({ seatId: z.uuid(), was: State, state: State.optional() }))
    .max(500)
    .default([]),
  everyone: z.literal('present').optional(),
});

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const { training, rows, sessions } = await api(args).attendance.sheet(where);
  const { languages } = await api(args).networks.shell({ network: where.network });
  const query = new URL(args.request.url).searchParams;
  const asked = sessions.find(({ id }) => id === query.get('session'));
  // Without a choice: the half-day that is going on, else the last one that can be marked, else the first.
  const session = asked ?? sessions.findLast(({ isOpen }) => isOpen) ?? sessions[0];
  return {
    network: where.network,
    training,
    rows,
    sessions,
    session,
    q: query.get('q') ?? '',
    printLanguages: languages.map((language) => pickLanguage([language])).slice(0, 2),
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, MarksForm, async ({ sessionId, marks, everyone }) => {
    const wanted = marks.map(({ seatId, was, state = was }) => ({
      seatId,
      was,
      state: everyone && state === 'unmarked' ? everyone : state,
    }));
    const changes = wanted.filter(({ was, state }) => was !== state);
    const { changed } =
      changes.length === 0
        ? { changed: 0 }
        : await api(args).attendance.mark({
            ...where,
            sessionId,
            marks: changes.map(({ seatId, state }) => ({ seatId, state })),
          });
    return redirectWithFlash(
      paths.attendance(where.network, where.trainingId, { session: sessionId }),
      changed > 0 ? 'attendance:saved' : 'attendance:savedNone',
      { changed },
      changed > 0 ? 'success' : 'info',
    );
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, found) => found && `${t('attendance:title')}: ${found.training.title}`,
};

export default function Attendance() {
  const { network, training, rows, sessions, session, q } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const format = useFormats();
  const isOrganiser = useCan()('registration.manage');
  const name = useSessionName();
  const shown = matching(rows, q);
  const marks = useMarks(paths.attendanceMarks(network, training.id), session?.id ?? '', rows);
  if (!session) return null;
  const here = paths.attendance(network, training.id, { session: session.id });
  return (
    <>
      <TrainingWays training={training} isManaged={isOrganiser} />
      <PageHeader
        eyebrow={training.title}
        title={t('title')}
        actions={
          isOrganiser &&
          training.window !== 'over' && (
            <LinkButton to={paths.register(network, training.id)}>{t('walkIn')}</LinkButton>
          )
        }
      >
        <p className="mt-4">
          <When {...training} withTimes />
        </p>
        {isOrganiser && (
          <ExportLinks
            csv={paths.attendanceExport(network, training.id, 'csv')}
            xlsx={paths.attendanceExport(network, training.id, 'xlsx')}
          />
        )}
      </PageHeader>
      <Tabs
        label={t('sessions')}
        tabs={sessions.map((each) => ({
          to: paths.attendance(network, training.id, { session: each.id, q }),
          label: name(each),
          isCurrent: each.id === session.id,
        }))}
      />
      {rows.length === 0 && <Empty title={t('empty')}>{t('emptyText')}</Empty>}
      {rows.length > 0 && !session.isOpen && (
        <Notice title={t('notOpen')}>
          {t('notOpenText', { moment: format.dateTime(session.opensAt, training.timeZone) })}
        </Notice>
      )}
      {rows.length > 0 && session.isOpen && (
        <>
          <AttendanceCounts states={rows.map(marks.stateOf)} />
          {(rows.length > 8 || q) && (
            <FilterBar label={t('searchLabel')} clearTo={q ? here : undefined}>
              <input type="hidden" name="session" value={session.id} />
              <Filter label={t('search')}>
                <input type="search" name="q" defaultValue={q} key={q} className="control" />
              </Filter>
            </FilterBar>
          )}
          {shown.length === 0 ? (
            <Empty title={t('noMatch')}>{t('noMatchText')}</Empty>
          ) : (
            <AttendanceSheet rows={shown} sessionId={session.id} marks={marks} hasAll={!q} />
          )}
        </>
      )}
      <PrintedList />
    </>
  );
}

function PrintedList() {
  const { network, training, session, printLanguages } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const format = useFormats();
  if (!session) return null;
  const list = paths.attendanceList(network, training.id, {
    session: session.id,
    lang: printLanguages.join(','),
  });
  return (
    <div className="mt-10" data-print="no">
      <LinkButton to={list} reloadDocument>
        {t('list')}
      </LinkButton>
      <p className="mt-1.5 text-sm text-muted">
        {t('listText', { languages: format.list(printLanguages.map((language) => languageNames[language])) })}
      </p>
    </div>
  );
}

function useSessionName() {
  const { training } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['attendance', 'trainings']);
  const format = useFormats();
  return ({ startsAt, halfDay }: { startsAt: Date; halfDay: 'am' | 'pm' }) =>
    t('session', {
      day: format.shortDate(startsAt, training.timeZone),
      halfDay: t(`trainings:halfDay.${halfDay}`),
    });
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

function matching(rows: readonly Row[], q: string): Row[] {
  const wanted = folded(q);
  return rows.filter(({ givenName, familyName, institutionName }) =>
    folded([givenName, familyName, givenName, institutionName].join(' ')).includes(wanted),
  );
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
