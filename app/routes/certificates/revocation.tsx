import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Revocation } from '@tessera/core/certificates/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { certificateParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

const Reason = Revocation.pick({ reason: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = certificateParams(args);
  const call = api(args);
  const [{ viewer }, certificate] = await Promise.all([
    call.networks.shell({ network: where.network }),
    call.certificates.one(where),
  ]);
  if (!viewer?.can.includes('certificate.revoke')) throw refuse('not_allowed');
  const { state, learnerName, title, trainingId } = certificate;
  return { network: where.network, state, learnerName, training: { id: trainingId, title } };
}

export async function action(args: ActionFunctionArgs) {
  const where = certificateParams(args);
  return submit(args, Reason, async ({ reason }) => {
    const { certificates } = api(args);
    const { trainingId } = await certificates.one(where);
    await certificates.revoke({ ...where, reason });
    return redirectWithFlash(paths.certificates(where.network, trainingId), 'certificates:revoke.done');
  });
}

export const handle: Handle = { title: (t) => t('certificates:revoke.title') };

export default function RevokeCertificate() {
  const { network, state: certificateState, learnerName, training } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['certificates', 'common']);
  const back = paths.certificates(network, training.id);
  const isRevoked = certificateState !== 'issued';
  const state = useTesseraForm<z.input<typeof Reason>>({
    id: 'revocation',
    labels: { reason: t('revoke.reason') },
    hints: { reason: t('revoke.reasonHint') },
  });
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={training.title}
        title={t(isRevoked ? `revoke.already.${certificateState}` : 'revoke.title')}
        lead={!isRevoked && t('revoke.lead')}
      />
      <div className="mb-8">
        <DefinitionList
          entries={[
            { term: t('revoke.person'), value: learnerName },
            { term: t('revoke.training'), value: training.title },
          ]}
        />
      </div>
      {isRevoked ? (
        <LinkButton to={back}>{t('common:back')}</LinkButton>
      ) : (
        <TesseraForm state={state}>
          <TextareaField {...state.field('reason')} rows={3} />
          <FormEnd back={back} backLabel={t('revoke.keep')} look="danger" isPending={state.isPending}>
            {t('revoke.submit')}
          </FormEnd>
        </TesseraForm>
      )}
    </>
  );
}
