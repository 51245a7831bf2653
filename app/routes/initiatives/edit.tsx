import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { InitiativeFields } from '@tessera/core/initiatives/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { InitiativeForm } from '~/components/initiatives/initiative-form.tsx';
import { InitiativeWays } from '~/components/initiatives/initiative-ways.tsx';
import { textOf } from '~/components/initiatives/text-of.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { initiativeParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = initiativeParams(args);
  const initiative = await api(args).initiatives.one(where);
  if (!initiative.mayEdit) throw refuse('initiative_over');
  const { choices, institutions } = await api(args).initiatives.form({ network: where.network });
  return {
    ...where,
    initiative,
    title: textOf(initiative.texts, [args.context.language])?.title ?? '',
    institutions,
    choices: choices.filter(({ programmeId }) => programmeId === initiative.programmeId),
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = initiativeParams(args);
  return submit(args, InitiativeFields, async (fields) => {
    await api(args).initiatives.plan({ ...where, ...fields });
    return redirectWithFlash(paths.initiative(where.network, where.initiativeId), 'initiatives:saved');
  });
}

export const handle: Handle = { title: (t) => t('initiatives:edit') };

export default function EditInitiative() {
  const { network, initiativeId, initiative, title, choices, institutions } = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  return (
    <>
      <InitiativeWays initiative={{ id: initiativeId, title }} />
      <PageHeader eyebrow={title} title={t('edit')} />
      <InitiativeForm
        initiative={initiative}
        choices={{ choices, institutions }}
        backTo={paths.initiative(network, initiativeId)}
      />
    </>
  );
}
