import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Reissue } from '@tessera/core/certificates/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { certificateParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

const Kind = Reissue.pick({ kind: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = certificateParams(args);
  const call = api(args);
  const [{ viewer }, certificate] = await Promise.all([
    call.networks.shell({ network: where.network }),
    call.certificates.one(where),
  ]);
  if (!viewer?.can.includes('certificate.issue')) throw refuse('not_allowed');
  const { learnerName, title, trainingId, issuedAt, validUntil, timeZone } = certificate;
  return {
    network: where.network,
    kinds: certificate.reissues,
    learnerName,
    issuedAt,
    validUntil,
    timeZone,
    training: { id: trainingId, title },
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = certificateParams(args);
  return submit(args, Kind, async ({ kind }) => {
    const { certificates } = api(args);
    const { trainingId } = await certificates.one(where);
    await certificates.reissue({ ...where, kind });
    return redirectWithFlash(
      paths.certificates(where.network, trainingId),
      `certificates:reissue.done.${kind}`,
    );
  });
}

export const handle: Handle = { title: (t) => t('certificates:reissue.title') };

export default function ReissueCertificate() {
  const { network, kinds, learnerName, issuedAt, validUntil, timeZone, training } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation(['certificates', 'common']);
  const format = useFormats();
  const back = paths.certificates(network, training.id);
  const state = useTesseraForm<z.input<typeof Kind>>({
    id: 'reissue',
    labels: { kind: t('reissue.kind') },
    defaultValue: { kind: kinds[0] ?? 'correction' },
  });
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={training.title}
        title={t('reissue.title')}
        lead={t(kinds.length > 0 ? 'reissue.lead' : 'reissue.impossible')}
      />
      <div className="mb-8">
        <DefinitionList
          entries={[
            {
              term: t('revoke.person'),
              value: (
                <span className="notranslate" translate="no">
                  {learnerName}
                </span>
              ),
            },
            { term: t('check.issuedOn'), value: format.date(issuedAt, timeZone) },
            { term: t('check.validUntil'), value: validUntil && format.date(validUntil, timeZone) },
          ]}
        />
      </div>
      {kinds.length === 0 ? (
        <LinkButton to={back}>{t('common:back')}</LinkButton>
      ) : (
        <TesseraForm state={state}>
          <RadioField
            {...state.field('kind')}
            options={kinds.map((value) => ({
              value,
              label: t(`reissue.kinds.${value}`),
              hint: t(`reissue.hints.${value}`),
            }))}
          />
          <FormEnd back={back} isPending={state.isPending}>
            {t('reissue.submit')}
          </FormEnd>
        </TesseraForm>
      )}
    </>
  );
}
