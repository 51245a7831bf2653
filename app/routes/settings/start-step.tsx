import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { type FormStep, formSteps } from '@tessera/core/networks/kinds.ts';
import { CardAccent, CardLanguages, CardTerritory, CardTexts } from '@tessera/core/networks/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { AccentStep } from '~/components/founding/accent-step.tsx';
import { LanguagesStep, NameStep, TerritoryStep } from '~/components/founding/card-steps.tsx';
import { ModuleFields, ModuleForm } from '~/components/founding/module-fields.tsx';
import { afterStep } from '~/components/founding/start-list.tsx';
import { readAnew } from '~/components/questions/read-anew.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, step: stepOf(args), card: await api(args).networks.card(where) };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  const step = stepOf(args);
  const { networks } = api(args);
  const done = () => redirectWithFlash(afterStep(where.network, step), 'founding:start.saved');
  switch (step) {
    case 'name':
      return submit(args, CardTexts, (input) => networks.saveTexts({ ...where, ...input }).then(done));
    case 'territory':
      return submit(args, CardTerritory, (input) =>
        networks.saveTerritory({ ...where, ...input }).then(done),
      );
    case 'languages':
      return submit(args, CardLanguages, (input) =>
        networks.saveLanguages({ ...where, ...input }).then(done),
      );
    case 'accent':
      return submit(args, CardAccent, (input) => networks.saveAccent({ ...where, ...input }).then(done));
    case 'modules':
      return submit(args, ModuleForm, ({ modules }) =>
        networks.chooseModules({ ...where, modules }).then(done),
      );
    default:
      return step satisfies never;
  }
}

// Who is told that somebody else was faster has to see what stands now.
export const shouldRevalidate = readAnew;

function stepOf({ params }: Pick<LoaderFunctionArgs, 'params'>): FormStep {
  const step = formSteps.find((each) => each === params.step);
  if (!step) throw refuse('not_found');
  return step;
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && t(`founding:steps.${data.step}.title`),
};

export default function StartStepPage() {
  const { network, step } = useLoaderData<typeof loader>();
  const { t } = useTranslation('founding');
  return (
    <>
      <Breadcrumbs
        label={t('settings.tabs')}
        ways={[
          { to: paths.settings(network), label: t('settings.title') },
          { to: paths.start(network), label: t('start.title') },
        ]}
      />
      <PageHeader title={t(`steps.${step}.title`)} lead={t(`steps.${step}.lead`)} />
      <StepForm key={step} />
    </>
  );
}

function StepForm() {
  const { step, card } = useLoaderData<typeof loader>();
  const { t } = useTranslation('founding');
  switch (step) {
    case 'name':
      return <NameStep card={card} />;
    case 'territory':
      return <TerritoryStep card={card} />;
    case 'languages':
      return <LanguagesStep card={card} />;
    case 'accent':
      return <AccentStep card={card} />;
    case 'modules':
      return (
        <ModuleFields on={card.modules} submitLabel={t('start.saveNext')}>
          {null}
        </ModuleFields>
      );
    default:
      return step satisfies never;
  }
}
