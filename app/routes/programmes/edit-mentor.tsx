import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MentorFields } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import { MentorForm } from '~/components/programmes/mentor-form.tsx';
import { requireRight } from '~/components/programmes/rights.server.ts';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { mentorParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = mentorParams(args);
  await requireRight(args, 'mentor.edit');
  return { network: where.network, mentor: await api(args).mentoring.mentor(where) };
}

export async function action(args: ActionFunctionArgs) {
  const where = mentorParams(args);
  return submit(args, MentorFields, async (input) => {
    await api(args).mentoring.editMentor({ ...where, ...input });
    return redirectWithFlash(paths.mentor(where.network, where.mentorId), 'programmes:people.changed');
  });
}

export const handle: Handle = { title: (t) => t('programmes:people.edit') };

export default function EditMentor() {
  const { network, mentor } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programmes');
  return (
    <>
      <MentoringWays network={network} above="mentors" />
      <PageHeader eyebrow={t('people.edit')} title={<PersonName {...mentor} />} />
      <MentorForm mentor={mentor} back={paths.mentor(network, mentor.id)} />
    </>
  );
}
