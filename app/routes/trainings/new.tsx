import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { trainingChoices } from '~/components/trainings/training-choices.server.ts';
import { newFormValues, submitTraining } from '~/components/trainings/training-form.server.ts';
import { TrainingFormFields } from '~/components/trainings/training-form.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, textLanguages, ...choices } = await trainingChoices(args);
  if (!viewer?.can.includes('training.propose')) throw refuse('not_allowed');
  return {
    ...networkParams(args),
    choices,
    isProposal: !viewer.can.includes('training.publish'),
    values: newFormValues(textLanguages, await api(args).trainings.defaults(networkParams(args))),
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submitTraining(args, async (details) => {
    const call = api(args);
    const { trainingId } = await call.trainings.create({ ...where, ...details });
    const { viewer } = await call.networks.shell(where);
    return viewer?.can.includes('training.publish')
      ? redirectWithFlash(paths.manage(where.network, trainingId), 'trainings:form.doneNew')
      : redirectWithFlash(paths.trainings(where.network), 'trainings:form.doneProposal');
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => t(data?.isProposal ? 'trainings:form.proposeTitle' : 'trainings:form.newTitle'),
};

export default function NewTraining() {
  const { network, choices, isProposal, values } = useLoaderData<typeof loader>();
  const { t } = useTranslation('trainings');
  return (
    <>
      <TrainingWays />
      <PageHeader
        title={t(isProposal ? 'form.proposeTitle' : 'form.newTitle')}
        lead={t(isProposal ? 'form.proposeLead' : 'form.newLead')}
      />
      <TrainingFormFields
        values={values}
        choices={choices}
        submitLabel={t(isProposal ? 'form.submitProposal' : 'form.submitNew')}
        backTo={paths.trainings(network)}
      />
    </>
  );
}
