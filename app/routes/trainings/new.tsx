import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { type TrainingKind, trainingKinds } from '@tessera/core/trainings/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
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

// An address that someone changed by hand shows the usual kind.
const Kind = z.enum(trainingKinds).catch('training');

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, textLanguages, ...choices } = await trainingChoices(args);
  const kind = Kind.parse(new URL(args.request.url).searchParams.get('kind'));
  if (!viewer?.can.includes('training.propose')) throw refuse('not_allowed');
  return {
    ...networkParams(args),
    choices,
    kind,
    isProposal: !viewer.can.includes('training.publish'),
    values: newFormValues(
      textLanguages,
      kind,
      await api(args).trainings.defaults({ ...networkParams(args), kind }),
    ),
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
  const { network, kind, choices, isProposal, values } = useLoaderData<typeof loader>();
  const { t } = useTranslation('trainings');
  return (
    <>
      <TrainingWays />
      <PageHeader
        title={t(isProposal ? 'form.proposeTitle' : 'form.newTitle')}
        lead={t(isProposal ? 'form.proposeLead' : 'form.newLead')}
      />
      <KindChoice network={network} chosen={kind} />
      <TrainingFormFields
        key={kind}
        values={values}
        choices={choices}
        submitLabel={t(isProposal ? 'form.submitProposal' : 'form.submitNew')}
        backTo={paths.trainings(network)}
      />
    </>
  );
}

function KindChoice({ network, chosen }: { network: string; chosen: TrainingKind }) {
  const { t } = useTranslation('trainings');
  return (
    <nav aria-labelledby="kinds" className="mb-10">
      <h2 id="kinds" className="font-semibold">
        {t('form.kinds')}
      </h2>
      <p className="text-sm text-muted">{t('form.kindsHint')}</p>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {trainingKinds.map((kind) => (
          <li key={kind}>
            <Link
              to={paths.newTraining(network, { kind })}
              className="link inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:no-underline"
              aria-current={kind === chosen ? 'true' : undefined}
            >
              {t(`kinds.${kind}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
