import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { MenteeForm } from '~/components/programmes/mentee-form.tsx';
import { EditedMenteeForm, editOf } from '~/components/programmes/mentee-form-schema.ts';
import { requireRight } from '~/components/programmes/rights.server.ts';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { menteeParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = menteeParams(args);
  await requireRight(args, 'mentee.move');
  return { network: where.network, mentee: await api(args).mentoring.mentee(where) };
}

export async function action(args: ActionFunctionArgs) {
  const where = menteeParams(args);
  return submit(args, EditedMenteeForm, async (input) => {
    await api(args).mentoring.editMentee({ ...where, ...editOf(input) });
    return redirectWithFlash(paths.mentee(where.network, where.menteeId), 'programmes:people.changed');
  });
}

export const handle: Handle = { title: (t) => t('programmes:people.edit') };

export default function EditMentee() {
  const { network, mentee } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programmes');
  return (
    <>
      <MentoringWays network={network} above="mentees" />
      <PageHeader eyebrow={t('people.edit')} title={<span translate="no">{mentee.alias}</span>} />
      <MenteeForm mentee={mentee} back={paths.mentee(network, mentee.id)} />
    </>
  );
}
