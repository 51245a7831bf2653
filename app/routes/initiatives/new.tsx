import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { NewInitiative } from '@tessera/core/initiatives/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { InitiativeForm } from '~/components/initiatives/initiative-form.tsx';
import { InitiativeWays } from '~/components/initiatives/initiative-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { mayBegin } = await api(args).initiatives.list({ ...where, state: null });
  if (!mayBegin) throw refuse('not_allowed');
  const { choices, institutions } = await api(args).initiatives.form(where);
  const programmes = [
    ...new Map(choices.map(({ programmeId, programmeTitle }) => [programmeId, programmeTitle])),
  ].map(([id, title]) => ({ id, title }));
  const asked = new URL(args.request.url).searchParams.get('programme');
  const [only] = programmes.length === 1 ? programmes : [];
  const programme = programmes.find(({ id }) => id === asked) ?? only ?? null;
  return {
    ...where,
    programmes,
    programme,
    institutions,
    choices: choices.filter(({ programmeId }) => programmeId === programme?.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, NewInitiative, async (fields) => {
    const { initiativeId } = await api(args).initiatives.begin({ ...where, ...fields });
    return redirectWithFlash(paths.initiative(where.network, initiativeId), 'initiatives:begun');
  });
}

export const handle: Handle = { title: (t) => t('initiatives:begin') };

export default function NewInitiativePage() {
  const { network, programmes, programme, choices, institutions } = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  return (
    <>
      <InitiativeWays />
      <PageHeader eyebrow={programme?.title} title={t('begin')} lead={t('beginLead')} />
      {programme ? (
        <InitiativeForm
          key={programme.id}
          initiative={null}
          programmeId={programme.id}
          choices={{ choices, institutions }}
          backTo={paths.initiatives(network)}
        />
      ) : programmes.length === 0 ? (
        <Empty title={t('noTeam')}>{t('noTeamText')}</Empty>
      ) : (
        <>
          <p className="mb-3 font-semibold">{t('whichProgramme')}</p>
          <ul className="max-w-[46rem]">
            {programmes.map(({ id, title }) => (
              <li key={id} className="border-b border-rule">
                <Link
                  to={`${paths.newInitiative(network)}?programme=${id}`}
                  className="link inline-flex min-h-11 items-center"
                >
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
