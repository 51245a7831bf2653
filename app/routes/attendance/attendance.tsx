import type { SubmissionResult } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { isListed } from '@tessera/core/attendance/rules.ts';
import { Marks } from '@tessera/core/attendance/schema.ts';
import { languageNames, pickLanguage } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { AttendanceCounts } from '~/components/attendance/attendance-counts.tsx';
import { AttendanceSheet } from '~/components/attendance/attendance-sheet.tsx';
import { type MarkState, type Typed, useMarks } from '~/components/attendance/use-marks.ts';
import { PersonName } from '~/components/person-name.tsx';
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
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
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
    .array(
      z.object({
        seatId: z.uuid(),
        was: State,
        wasMinutes: z.number().optional(),
        state: State.optional(),
        minutes: z.number().int().min(1).max(1440).optional(),
      }),
    )
    .max(500)
    .default([]),
  everyone: z.literal('present').optional(),
});

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const { training, rows, sessions, certificates, canReopen } = await api(args).attendance.sheet(where);
  const { languages } = await api(args).networks.shell({ network: where.network });
  const query = new URL(args.request.url).searchParams;
  const asked = sessions.find(({ id }) => id === query.get('session'));
  // Without a choice: the half-day that is going on, else the last one that can be marked, else the first.
  const session = asked ?? sessions.findLast(({ isOpen }) => isOpen) ?? sessions[0];
  return {
    network: where.network,
    training,
    rows: rows.filter((row) => session && isListed(row, session.id)),
    sessions,
    session,
    certificates,
    canReopen,
    conflicts: session
      ? (await api(args).attendance.trail({ ...where, sessionId: session.id })).conflicts
      : [],
    q: query.get('q') ?? '',
    printLanguages: languages.map((language) => pickLanguage([language])).slice(0, 2),
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, MarksForm, async ({ sessionId, marks, everyone }) => {
    const wanted = marks.map(({ state = 'unmarked', minutes, ...row }) => ({
      ...row,
      state: everyone && state === 'unmarked' ? everyone : state,
      minutes: state === 'partial' ? minutes : undefined,
    }));
    const changes = wanted.filter(
      ({ was, wasMinutes, state, minutes }) => was !== state || wasMinutes !== minutes,
    );
    const { changed } =
      changes.length === 0
        ? { changed: 0 }
        : await api(args).attendance.mark({
            ...where,
            sessionId,
            marks: changes.map(({ seatId, state, minutes }) => ({ seatId, state, minutes })),
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
  const { network, training, rows, sessions, session, q, certificates } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const format = useFormats();
  const isOrganiser = useCan()('registration.manage');
  const name = useSessionName();
  const shown = matching(rows, q);
  const { typed, problems } = useSent();
  const marks = useMarks(paths.attendanceMarks(network, training.id), session?.id ?? '', rows, typed);
  if (!session) return null;
  const here = paths.attendance(network, training.id, { session: session.id });
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={training.title}
        title={t('title')}
        actions={
          <>
            {training.window !== 'over' && rows.length > 0 && (
              <LinkButton to={paths.checkIn(network, training.id, { session: session.id })} look="primary">
                {t('checkIn')}
              </LinkButton>
            )}
            {training.kind === 'information_session' && (
              <LinkButton to={paths.headCount(network, training.id)}>{t('headCount.link')}</LinkButton>
            )}
            {session.isOpen && !session.lock && (
              <LinkButton to={paths.walkIn(network, training.id, session.id)}>{t('walkIn.link')}</LinkButton>
            )}
          </>
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
      {problems.length > 0 && (
        <div className="mb-6" role="alert">
          <Notice tone="danger" title={problems.join(' ')} />
        </div>
      )}
      <Conflicts />
      {session.lock && <Locked />}
      {!session.lock && session.isOpen && certificates > 0 && (
        <div className="mb-6">
          <Notice tone="info" title={t('lock.certificatesTitle')}>
            {t('lock.certificates', { count: certificates })}
          </Notice>
        </div>
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
            <AttendanceSheet
              rows={shown}
              session={session}
              marks={marks}
              hasAll={!q}
              timeZone={training.timeZone}
              signingTo={(seatId) =>
                session.lock ? null : paths.signing(network, training.id, session.id, seatId)
              }
            />
          )}
        </>
      )}
      {session.isOpen && !session.lock && rows.length > 0 && (
        <Lock isReady={rows.every((row) => marks.stateOf(row) !== 'unmarked')} />
      )}
      <PrintedList />
    </>
  );
}

type Sent = { marks?: { seatId?: string; state?: MarkState; minutes?: string }[] };

/** What a form without scripts brought back: what was typed, and what was wrong with it. */
function useSent(): { typed: Typed; problems: string[] } {
  const sent = useActionData<SubmissionResult<string[]>>();
  const { marks = [] } = (sent?.initialValue ?? {}) as Sent;
  return {
    typed: new Map(
      marks.flatMap(({ seatId, state, minutes }) =>
        seatId && state ? [[seatId, { state, minutes: Number(minutes) || null }] as const] : [],
      ),
    ),
    problems: [...new Set(Object.values(sent?.error ?? {}).flatMap((errors) => errors ?? []))],
  };
}

/** What the door recorded against what the list says. */
function Conflicts() {
  const { training, conflicts } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const format = useFormats();
  if (conflicts.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice tone="warning" title={t('conflicts.title')}>
        <ul className="mb-2 list-disc ps-5">
          {conflicts.map(({ nonce, conflict, happenedAt, ...person }) => (
            <li key={nonce}>
              <PersonName {...person} />, {format.time(happenedAt, training.timeZone)}:{' '}
              {t(`conflicts.kinds.${conflict}`)}
            </li>
          ))}
        </ul>
        <p>{t('conflicts.text')}</p>
      </Notice>
    </div>
  );
}

function Locked() {
  const { network, training, session, canReopen } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const format = useFormats();
  if (!session?.lock) return null;
  const { lockedBy, lockedAt } = session.lock;
  return (
    <div className="mb-6">
      <Notice
        tone="success"
        title={t('lock.locked')}
        actions={
          canReopen && (
            <LinkButton to={paths.attendanceReopening(network, training.id, session.id)} size="small">
              {t('lock.reopen')}
            </LinkButton>
          )
        }
      >
        {t('lock.lockedText', {
          name: lockedBy ?? t('trail.someone'),
          moment: format.dateTime(lockedAt, training.timeZone),
        })}
      </Notice>
    </div>
  );
}

function Lock({ isReady }: { isReady: boolean }) {
  const { network, training, session } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  if (!session || !isReady) return null;
  return (
    <Form method="post" action={paths.attendanceLock(network, training.id)} className="mt-8" data-print="no">
      <input type="hidden" name="sessionId" value={session.id} />
      <Button>{t('lock.submit')}</Button>
      <p className="mt-1.5 text-sm text-muted">{t('lock.hint')}</p>
    </Form>
  );
}

function PrintedList() {
  const { network, training, session, printLanguages } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const format = useFormats();
  if (!session) return null;
  const lists = session.evidence.filter(({ kind }) => kind === 'scanned_list');
  const list = paths.attendanceList(network, training.id, {
    session: session.id,
    lang: printLanguages.join(','),
  });
  return (
    <div className="mt-10" data-print="no">
      <ButtonRow>
        <LinkButton to={list} reloadDocument>
          {t('list')}
        </LinkButton>
        <LinkButton to={paths.attendanceEvidence(network, training.id, session.id)}>
          {t('evidence.title')}
        </LinkButton>
        <LinkButton to={paths.checkInCodes(network, training.id)}>{t('passes')}</LinkButton>
        <LinkButton to={paths.attendanceTrail(network, training.id, session.id)}>
          {t('trail.title')}
        </LinkButton>
      </ButtonRow>
      <p className="mt-1.5 text-sm text-muted">
        {t('listText', { languages: format.list(printLanguages.map((language) => languageNames[language])) })}
      </p>
      {lists.length > 0 && (
        <p className="mt-1.5 text-sm text-muted">
          {t('evidence.number', { number: lists.length })}
          {lists.map(({ sha256 }) => (
            <span key={sha256} className="block font-mono break-all" translate="no">
              {sha256}
            </span>
          ))}
        </p>
      )}
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
