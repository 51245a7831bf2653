import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { PhaseFields } from '@tessera/core/phases/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { stageOf } from '~/components/networks/phases.tsx';
import { PhaseForm } from '~/components/phases/phase-form.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { withLogos } from '~/server/logos.server.ts';
import { phaseParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = phaseParams(args);
  const { network } = where;
  const phase = await api(args).phases.one(where);
  const { viewer } = await api(args).networks.shell({ network });
  if (!viewer?.can.includes('phase.edit')) throw refuse('not_allowed');
  return { ...where, phase };
}

export async function action(args: ActionFunctionArgs) {
  const where = phaseParams(args);
  return submit(
    args,
    PhaseFields,
    async (input) => {
      await api(args).phases.edit({ ...where, ...input });
      return redirectWithFlash(paths.phases(where.network), 'phases:changed');
    },
    await withLogos(args, { network: where.network }),
  );
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data?.phase.title ?? t('phases:editTitle'),
};

export default function Phase() {
  const { network, phaseId, phase } = useLoaderData<typeof loader>();
  const { t } = useTranslation('phases');
  const now = useNetwork()?.now ?? new Date();
  const [startsOn, endsOn] = [new Date(phase.startsOn), new Date(phase.endsOn)];
  return (
    <>
      <Breadcrumbs label={t('title')} ways={[{ to: paths.phases(network), label: t('title') }]} />
      <PageHeader eyebrow={t('editTitle')} title={<span translate="no">{phase.title}</span>} />
      <PhaseForm code={network} phase={phase} />
      {stageOf({ startsOn, endsOn }, now) === 'current' && (
        <Section id="end" title={t('end')} lead={t('endText')} isForScreen>
          <Form method="post" action={paths.phaseEnd(network, phaseId)}>
            <Button>{t('end')}</Button>
          </Form>
        </Section>
      )}
      <Section id="remove" title={t('remove')} lead={t('removeText')} isForScreen>
        <LinkButton look="danger" to={paths.phaseRemoval(network, phaseId)}>
          {t('remove')}
        </LinkButton>
      </Section>
    </>
  );
}
