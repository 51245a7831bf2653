import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { phaseParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = phaseParams(args);
  const phase = await api(args).phases.one(where);
  const { viewer } = await api(args).networks.shell({ network: where.network });
  if (!viewer?.can.includes('phase.remove')) throw refuse('not_allowed');
  return { ...where, phase };
}

export async function action(args: ActionFunctionArgs) {
  const where = phaseParams(args);
  return submit(args, z.object({}), async () => {
    await api(args).phases.remove(where);
    return redirectWithFlash(paths.phases(where.network), 'phases:removed');
  });
}

export const handle: Handle = { title: (t) => t('phases:remove') };

export default function PhaseRemoval() {
  const { network, phaseId, phase } = useLoaderData<typeof loader>();
  const { t } = useTranslation('phases');
  const format = useFormats();
  const state = useTesseraForm({ id: 'removal', labels: {} });
  const { title, startsOn, endsOn, funders, budget } = phase;
  return (
    <>
      <Breadcrumbs label={t('title')} ways={[{ to: paths.phases(network), label: t('title') }]} />
      <PageHeader title={t('removeAsk')} lead={t('removeText')} />
      <Section id="goes" title={t('removeGoes')}>
        <DefinitionList
          entries={[
            { term: t('name'), value: title },
            { term: t('startsOn'), value: format.date(new Date(startsOn), 'UTC') },
            { term: t('endsOn'), value: format.date(new Date(endsOn), 'UTC') },
            { term: t('funders'), value: funders.map(({ name }) => name).join(' · ') },
            { term: t('budgetGoes'), value: budget.map((line) => format.money(line)).join(' · ') },
          ]}
        />
      </Section>
      <div className="mt-8">
        <TesseraForm state={state}>
          <FormEnd
            back={paths.phase(network, phaseId)}
            backLabel={t('removeKeep')}
            look="danger"
            isPending={state.isPending}
          >
            {t('remove')}
          </FormEnd>
        </TesseraForm>
      </div>
    </>
  );
}
