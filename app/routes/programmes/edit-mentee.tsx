import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { MenteeForm } from '~/components/programmes/mentee-form.tsx';
import { EditedMenteeForm, editOf } from '~/components/programmes/mentee-form-schema.ts';
import { rightsInMentoring } from '~/components/programmes/rights.server.ts';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { menteeParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = menteeParams(args);
  const rights = await rightsInMentoring(args);
  if (!rights.includes('mentee.edit')) throw refuse('not_allowed');
  const mentee = await api(args).mentoring.mentee(where);
  return { network: where.network, mentee, isOwn: !rights.includes('mentee.move') };
}

export async function action(args: ActionFunctionArgs) {
  const where = menteeParams(args);
  return submit(args, EditedMenteeForm, async (input) => {
    await api(args).mentoring.editMentee({ ...where, ...editOf(input) });
    const rights = await rightsInMentoring(args);
    const back = rights.includes('mentee.move')
      ? paths.mentee(where.network, where.menteeId)
      : paths.mentoringMe(where.network);
    return redirectWithFlash(back, 'programmes:people.changed');
  });
}

export const handle: Handle = { title: (t) => t('programmes:people.edit') };

export default function EditMentee() {
  const { network, mentee, isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['programmes', 'mentoring']);
  return (
    <>
      {isOwn ? (
        <Breadcrumbs
          label={t('mentoring:me.title')}
          ways={[{ to: paths.mentoringMe(network), label: t('mentoring:me.title') }]}
        />
      ) : (
        <MentoringWays network={network} above="mentees" />
      )}
      <PageHeader eyebrow={t('people.edit')} title={<span translate="no">{mentee.alias}</span>} />
      <MenteeForm
        mentee={mentee}
        isOwn={isOwn}
        back={isOwn ? paths.mentoringMe(network) : paths.mentee(network, mentee.id)}
      />
    </>
  );
}
