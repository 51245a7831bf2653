import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { halfDayParams } from '~/server/params.server.ts';
import { submitUpload } from '~/server/upload.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { FileField } from '~/ui/file-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = halfDayParams(args);
  const { training } = await api(args).attendance.evidence(where);
  return { ...where, training };
}

/** The answer stands on the page: nothing is kept that a redirect could show. */
export async function action(args: ActionFunctionArgs) {
  const where = halfDayParams(args);
  await api(args).attendance.evidence(where);
  return submitUpload(args, async (_fields, { name, content }) => {
    const { sha256, match } = await api(args).attendance.checkEvidence({ ...where, content });
    return { status: 'success' as const, initialValue: {}, error: {}, found: { name, sha256, match } };
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, found) => found && `${t('attendance:evidence.check')}: ${found.training.title}`,
};

export default function EvidenceCheck() {
  const { network, training, sessionId } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const state = useTesseraForm<{ file: string }>({
    id: 'check',
    labels: { file: t('evidence.checkFile') },
    hints: { file: t('evidence.checkFileHint') },
  });
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={training.title}
        title={t('evidence.check')}
        lead={t('evidence.checkLead')}
        actions={
          <LinkButton to={paths.attendanceEvidence(network, training.id, sessionId)}>
            {t('evidence.title')}
          </LinkButton>
        }
      />
      <Found />
      <TesseraForm state={state} encType="multipart/form-data">
        <FileField {...state.field('file')} accept="*/*" />
        <Button look="primary" isPending={state.isPending}>
          {t('evidence.checkSubmit')}
        </Button>
      </TesseraForm>
    </>
  );
}

function Found() {
  const { training } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('attendance');
  const format = useFormats();
  if (!sent || !('found' in sent)) return null;
  const { name, sha256, match } = sent.found;
  return (
    <div className="mb-10" role="status">
      <Notice
        tone={match ? 'success' : 'warning'}
        title={t(match ? 'evidence.isKept' : 'evidence.isNotKept', { file: name })}
      >
        {match
          ? t('evidence.keptBy', {
              name: match.keptBy ?? t('trail.someone'),
              moment: format.dateTime(match.keptAt, training.timeZone),
            })
          : t('evidence.isNotKeptText')}
        <span className="mt-2 block font-mono text-sm break-all" translate="no">
          {sha256}
        </span>
      </Notice>
    </div>
  );
}
