import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NewMentor } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { MentorForm } from '~/components/programmes/mentor-form.tsx';
import { requireRight } from '~/components/programmes/rights.server.ts';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  await requireRight(args, 'mentor.add');
  const { people } = await api(args).mentoring.choices(where);
  return { ...where, people: people.filter(({ isMentor }) => !isMentor) };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, NewMentor, async (input) => {
    const { mentorId } = await api(args).mentoring.addMentor({ ...where, ...input });
    return redirectWithFlash(paths.mentor(where.network, mentorId), 'programmes:mentors.added');
  });
}

export const handle: Handle = { title: (t) => t('programmes:mentors.add') };

export default function NewMentorPage() {
  const { network, people } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programmes');
  return (
    <>
      <MentoringWays network={network} above="mentors" />
      <PageHeader title={t('mentors.add')} lead={t('mentors.addLead')} />
      <MentorForm mentor={null} people={people} back={paths.mentors(network)} />
    </>
  );
}
