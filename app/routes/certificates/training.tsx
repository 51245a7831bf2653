import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { Outcome } from '~/components/certificates/outcome.tsx';
import { ResultTable } from '~/components/certificates/result-table.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  return { network: where.network, ...(await api(args).certificates.results(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, z.object({}), async () => {
    const counts = await api(args).certificates.issue(where);
    return redirectWithFlash(
      paths.certificates(where.network, where.trainingId),
      'certificates:issue.done',
      counts,
      counts.issued > 0 ? 'success' : 'info',
    );
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && `${t('certificates:issue.title')}: ${data.training.title}`,
};

export default function TrainingCertificates() {
  const { network, training, isOver, rows, mails, isFollowed } = useLoaderData<typeof loader>();
  const { t } = useTranslation('certificates');
  const format = useFormats();
  const threshold = format.percent(training.attendanceThreshold / 100);
  const sessions = training.sessions.length;
  const needed = Math.ceil((sessions * training.attendanceThreshold) / 100);
  const isByMinutes = training.attendanceMeasure === 'minutes';
  const issued = rows.filter(({ state }) => state === 'issued').length;
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={training.title}
        title={t('issue.title')}
        lead={t(isByMinutes ? 'issue.leadMinutes' : 'issue.lead', { threshold, needed, sessions })}
        actions={
          <>
            {issued > 0 && (
              <LinkButton to={paths.certificatesZip(network, training.id)} reloadDocument>
                {t('issue.zip')}
              </LinkButton>
            )}
            <LinkButton to={paths.attendance(network, training.id)}>{t('issue.attendance')}</LinkButton>
          </>
        }
      />
      {rows.length === 0 ? (
        <Empty title={t('issue.empty')}>{t('issue.emptyText')}</Empty>
      ) : (
        <>
          <Issuing />
          {issued > 0 && (
            <Outcome
              network={network}
              rows={rows}
              training={training}
              mails={mails}
              isFollowed={isFollowed}
            />
          )}
          <Section id="people" title={t('issue.caption')} layout="full">
            <ResultTable network={network} rows={rows} training={training} isOver={isOver} />
          </Section>
        </>
      )}
    </>
  );
}

function Issuing() {
  const { training, isOver, rows } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['certificates', 'trainings']);
  const format = useFormats();
  const state = useTesseraForm({ id: 'issuing', labels: {} });
  const open = rows.filter(({ verdict, certificateId }) => verdict.isEarned && !certificateId);
  const due = open.filter(({ participantId }) => participantId !== null).length;
  const unnamed = open.length - due;
  if (!training.givesCertificate) return <Notice title={t('trainings:page.certificateNone')} />;
  if (!isOver) {
    const moment = format.dateTime(training.endsAt, training.timeZone);
    return <Notice title={t('issue.notYet')}>{t('issue.notYetText', { moment })}</Notice>;
  }
  return (
    <TesseraForm state={state}>
      {due > 0 ? (
        <Notice
          title={t('issue.due', { count: due })}
          actions={
            <Button look="primary" isPending={state.isPending}>
              {t('issue.issue')}
            </Button>
          }
        >
          {t('issue.dueText')}
        </Notice>
      ) : (
        <Notice tone="success" title={t('issue.nothingDue')} />
      )}
      {unnamed > 0 && (
        <Notice tone="warning" title={t('issue.unnamed', { count: unnamed })}>
          {t('issue.unnamedText')}
        </Notice>
      )}
    </TesseraForm>
  );
}
