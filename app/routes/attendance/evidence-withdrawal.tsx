import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { evidenceParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = evidenceParams(args);
  const { training, lists, signatures, isLocked } = await api(args).attendance.evidence(where);
  const proof = [...lists, ...signatures].find(({ id }) => id === where.evidenceId);
  if (!proof) throw refuse('not_found');
  if (isLocked) throw refuse('attendance_locked');
  return { ...where, training, proof };
}

export async function action(args: ActionFunctionArgs) {
  const where = evidenceParams(args);
  await api(args).attendance.withdrawEvidence(where);
  return redirectWithFlash(
    paths.attendanceEvidence(where.network, where.trainingId, where.sessionId),
    'attendance:evidence.withdrawDone',
  );
}

export const handle: Handle = { title: (t) => t('attendance:evidence.withdrawTitle') };

export default function EvidenceWithdrawal() {
  const { network, training, sessionId, proof } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={proof.seatId ? <PersonName {...proof} /> : proof.fileName || t('evidence.nameless')}
        title={t('evidence.withdrawTitle')}
        lead={t('evidence.withdrawLead')}
      />
      <Form method="post">
        <FormEnd
          back={paths.attendanceEvidence(network, training.id, sessionId)}
          backLabel={t('evidence.keep')}
          look="danger"
        >
          {t('evidence.withdraw')}
        </FormEnd>
      </Form>
    </>
  );
}
