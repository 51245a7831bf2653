import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Reopening } from '@tessera/core/attendance/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { halfDayParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

const Reason = Reopening.pick({ reason: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = halfDayParams(args);
  const { training, sessions, certificates, canReopen } = await api(args).attendance.sheet(where);
  if (!sessions.some(({ id }) => id === where.sessionId)) throw refuse('not_found');
  if (!canReopen) throw refuse('not_allowed');
  const { id, title } = training;
  return { ...where, training: { id, title }, certificates };
}

export async function action(args: ActionFunctionArgs) {
  const where = halfDayParams(args);
  return submit(args, Reason, async ({ reason }) => {
    await api(args).attendance.reopen({ ...where, reason });
    const back = paths.attendance(where.network, where.trainingId, { session: where.sessionId });
    return redirectWithFlash(back, 'attendance:lock.reopenDone');
  });
}

export const handle: Handle = { title: (t) => t('attendance:lock.reopen') };

export default function ReopenAttendance() {
  const { network, training, sessionId, certificates } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const state = useTesseraForm<z.input<typeof Reason>>({
    id: 'reopening',
    labels: { reason: t('lock.reason') },
    hints: { reason: t('lock.reasonHint') },
  });
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('lock.reopen')} lead={t('lock.reopenLead')} />
      {certificates > 0 && (
        <div className="mb-8">
          <Notice tone="warning" title={t('lock.certificatesTitle')}>
            {t('lock.certificates', { count: certificates })}
          </Notice>
        </div>
      )}
      <TesseraForm state={state}>
        <TextareaField {...state.field('reason')} rows={3} />
        <FormEnd
          back={paths.attendance(network, training.id, { session: sessionId })}
          backLabel={t('lock.keep')}
          isPending={state.isPending}
        >
          {t('lock.reopen')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
