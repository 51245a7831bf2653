import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PhaseFields } from '@tessera/core/phases/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PhaseForm } from '~/components/phases/phase-form.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { withLogos } from '~/server/logos.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { mayEdit } = await api(args).phases.list(where);
  if (!mayEdit) throw refuse('not_allowed');
  return where;
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(
    args,
    PhaseFields,
    async (input) => {
      await api(args).phases.add({ ...where, ...input });
      return redirectWithFlash(paths.phases(where.network), 'phases:added');
    },
    await withLogos(args, where),
  );
}

export const handle: Handle = { title: (t) => t('phases:addTitle') };

export default function NewPhase() {
  const { network } = useLoaderData<typeof loader>();
  const { t } = useTranslation('phases');
  return (
    <>
      <Breadcrumbs label={t('title')} ways={[{ to: paths.phases(network), label: t('title') }]} />
      <PageHeader title={t('addTitle')} lead={t('lead')} />
      <PhaseForm code={network} phase={null} />
    </>
  );
}
