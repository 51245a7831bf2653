import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { MenteeForm } from '~/components/programmes/mentee-form.tsx';
import { menteeOf, MenteeForm as Schema } from '~/components/programmes/mentee-form-schema.ts';
import { requireRight } from '~/components/programmes/rights.server.ts';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  await requireRight(args, 'mentee.add');
  const chosenPlace = new URL(args.request.url).searchParams.get('in') ?? '';
  return { ...where, chosenPlace, choices: await api(args).mentoring.choices(where) };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, Schema, async (input) => {
    const { menteeId } = await api(args).mentoring.addMentee({ ...where, ...menteeOf(input) });
    return redirectWithFlash(paths.mentee(where.network, menteeId), 'programmes:mentees.added');
  });
}

export const handle: Handle = { title: (t) => t('programmes:mentees.add') };

export default function NewMenteePage() {
  const { network, chosenPlace, choices } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programmes');
  const isInstitutionNeeded = !useCan()('mentee.move');
  return (
    <>
      <MentoringWays network={network} above="mentees" />
      <PageHeader title={t('mentees.add')} lead={t('mentees.addLead')} />
      {choices.programmes.length === 0 ? (
        <Empty
          title={t('mentees.noProgramme')}
          action={<LinkButton to={paths.mentoringProgrammes(network)}>{t('programmes.title')}</LinkButton>}
        >
          {t('mentees.noProgrammeText')}
        </Empty>
      ) : (
        <MenteeForm
          mentee={null}
          choices={choices}
          chosenPlace={chosenPlace}
          isInstitutionNeeded={isInstitutionNeeded}
          back={paths.mentees(network)}
        />
      )}
    </>
  );
}
