import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isEditable } from '@tessera/core/trainings/rules.ts';
import { seenTexts } from '@tessera/core/translations/seen.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { readAnew } from '~/components/questions/read-anew.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { joinUrlOf } from '~/components/trainings/join-url.server.ts';
import { trainingChoices } from '~/components/trainings/training-choices.server.ts';
import { formValues, submitTraining } from '~/components/trainings/training-form.server.ts';
import { TrainingFormFields } from '~/components/trainings/training-form.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const [training, { viewer, textLanguages, ...choices }] = await Promise.all([
    api(args).trainings.page(where),
    trainingChoices(args),
  ]);
  if (!training.canEdit && !training.canRevise)
    throw refuse(isEditable(training.state) ? 'not_allowed' : 'training_over');
  const texts = new Set([...textLanguages, ...training.texts.map(({ language }) => language)]);
  const languages = new Set([...choices.languages, ...training.languages]);
  const trainers = new Map([...training.trainers, ...choices.trainers].map((person) => [person.id, person]));
  return {
    network: where.network,
    training: { id: training.id, title: training.title },
    isOrganiser: viewer?.can.includes('registration.manage') ?? false,
    choices: { ...choices, languages: [...languages], trainers: [...trainers.values()] },
    seen: seenTexts('training', training.texts),
    values: formValues({ ...training, joinUrl: await joinUrlOf(api(args), where, training, []) }, [...texts]),
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  const { network, trainingId } = where;
  return submitTraining(args, async (details) => {
    const call = api(args);
    const { canEdit } = await call.trainings.page(where);
    const change = canEdit ? call.trainings.edit : call.trainings.revise;
    await change({ ...where, ...details });
    const { viewer } = await call.networks.shell({ network });
    const isOrganiser = viewer?.can.includes('registration.manage');
    const back = isOrganiser ? paths.manage(network, trainingId) : paths.training(network, trainingId);
    return redirectWithFlash(back, 'trainings:form.doneEdit');
  });
}

// Who is told that somebody else was faster has to see what stands now.
export const shouldRevalidate = readAnew;

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && `${t('trainings:form.editTitle')}: ${data.training.title}`,
};

export default function EditTraining() {
  const { network, training, isOrganiser, choices, values, seen } = useLoaderData<typeof loader>();
  const { t } = useTranslation('trainings');
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('form.editTitle')} lead={t('form.editLead')} />
      <TrainingFormFields
        values={values}
        seen={seen}
        choices={choices}
        submitLabel={t('form.submitEdit')}
        backTo={isOrganiser ? paths.manage(network, training.id) : paths.training(network, training.id)}
      />
    </>
  );
}
