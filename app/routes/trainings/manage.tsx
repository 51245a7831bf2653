import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isUndecided } from '@tessera/core/seats/rules.ts';
import type { TrainingKind } from '@tessera/core/trainings/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingStateBadge } from '~/components/state-badge.tsx';
import { SupportCounts } from '~/components/support/support-counts.tsx';
import { TrainingWays } from '~/components/training-ways.tsx';
import { ByInstitution } from '~/components/trainings/by-institution.tsx';
import { Course } from '~/components/trainings/course.tsx';
import { nextStep } from '~/components/trainings/next-step.ts';
import { NextStepNotice } from '~/components/trainings/next-step-notice.tsx';
import { Rules } from '~/components/trainings/rules.tsx';
import { SeatFigures } from '~/components/trainings/seat-figures.tsx';
import { SeatLists } from '~/components/trainings/seat-lists.tsx';
import { StateRail } from '~/components/trainings/state-rail.tsx';
import { Tasks } from '~/components/trainings/tasks.tsx';
import { ExportLinks } from '~/components/transfer/export-links.tsx';
import { When } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const call = api(args);
  const { training, seats, moves, gaps, reminders, followUps, participation } =
    await call.trainings.manage(where);
  const { modules } = await call.networks.shell({ network: where.network });
  const [{ counts }, { rows, sessions }, results, forms] = await Promise.all([
    call.support.counts(where),
    call.attendance.sheet(where),
    modules.includes('certificates') ? call.certificates.results(where) : null,
    call.registering.forms(where),
  ]);
  const begun = sessions.filter(({ startsAt }) => startsAt <= training.now);
  const missing = rows.map(({ marks }) => begun.filter(({ id }) => !marks[id]).length);
  const due =
    results?.isOver && training.givesCertificate
      ? results.rows.filter(
          ({ participantId, certificateId, verdict }) =>
            verdict.isEarned && participantId !== null && certificateId === null,
        )
      : [];
  return {
    network: where.network,
    training,
    seats,
    moves,
    reminders,
    followUps,
    isExported: !gaps.includes('export'),
    firstMissing: begun.find(({ id }) => rows.some(({ marks }) => !marks[id]))?.id,
    unmarked: missing.reduce((sum, count) => sum + count, 0),
    due: due.length,
    support: counts,
    participation,
    asksForm: forms.form !== null,
  };
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && `${t('trainings:manage.title')}: ${data.training.title}`,
};

export default function ManageTraining() {
  const {
    network,
    training,
    seats,
    moves,
    reminders,
    followUps,
    isExported,
    firstMissing,
    unmarked,
    due,
    support,
    participation,
    asksForm,
  } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['trainings', 'registering', 'registration']);
  const unnamed = seats.filter((seat) => seat.state === 'confirmed' && seat.participantId === null).length;
  const isFull = training.free === 0;
  const step = nextStep({
    ...training,
    waiting: training.waitingCount,
    isFull,
    unnamed,
    unmarked,
    due,
    isExported,
  });
  const undecided = seats.filter(isUndecided).length;
  const isRunning = !['draft', 'submitted', 'cancelled', 'archived'].includes(training.state);
  return (
    <>
      <TrainingWays training={training} />
      <PageHeader
        eyebrow={t('manage.eyebrow', {
          kind: t(`kinds.${training.kind as TrainingKind}`),
          code: training.code,
        })}
        title={training.title}
        actions={
          <>
            {training.canEdit && (
              <LinkButton to={paths.editTraining(network, training.id)}>{t('manage.tools.edit')}</LinkButton>
            )}
            {isRunning && training.window !== 'over' && (
              <LinkButton to={paths.register(network, training.id)}>{t('manage.tools.register')}</LinkButton>
            )}
          </>
        }
      >
        <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-1">
          <TrainingStateBadge state={training.state} />
          {training.state !== 'postponed' && <When {...training} withTimes />}
        </p>
        <StateRail state={training.state} />
        <Tasks
          network={network}
          training={training}
          isRunning={isRunning}
          asksForm={asksForm}
          open={{ undecided, unmarked, due }}
        />
        <ExportLinks
          csv={paths.registrationsExport(network, 'csv', training.id)}
          xlsx={paths.registrationsExport(network, 'xlsx', training.id)}
        />
      </PageHeader>
      {training.returnReason !== null && (
        <div className="mb-6">
          <Notice title={t('manage.sentBack')}>
            {t('manage.sentBackText', { reason: training.returnReason })}
          </Notice>
        </div>
      )}
      {undecided > 0 && (
        <div className="mb-6">
          <Notice
            title={t('registering:approvals.waiting', { count: undecided })}
            actions={
              <LinkButton to={paths.approvals(network, training.id)} look="primary" size="small">
                {t('registering:approvals.decide')}
              </LinkButton>
            }
          />
        </div>
      )}
      <NextStepNotice
        step={step}
        network={network}
        training={training}
        counts={{ unnamed, unmarked, due, waiting: training.waitingCount }}
        firstMissing={firstMissing}
      />
      <Section
        id="seats"
        title={t('manage.seats')}
        actions={
          training.window !== 'over' &&
          training.state !== 'cancelled' && (
            <LinkButton to={paths.capacity(network, training.id)} size="small">
              {t('manage.tools.capacity')}
            </LinkButton>
          )
        }
      >
        <SeatFigures training={training} seats={seats} unnamed={unnamed} participation={participation} />
      </Section>
      <SeatLists network={network} training={training} seats={seats} />
      {support.length > 0 && (
        <Section id="support" title={t('registration:support.title')} lead={t('registration:support.sums')}>
          <SupportCounts counts={support} />
        </Section>
      )}
      <ByInstitution training={training} seats={seats} />
      <Rules training={training} reminders={reminders} followUps={followUps} />
      <Course network={network} training={training} moves={moves} />
    </>
  );
}
