import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SupervisionFields } from '@tessera/core/supervision/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { SupervisionForm } from '~/components/supervision/supervision-form.tsx';
import { SupervisionWays } from '~/components/supervision/supervision-ways.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { supervisionParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = supervisionParams(args);
  const { network } = where;
  const caller = api(args).supervision;
  const [meeting, mentors] = await Promise.all([caller.page(where), caller.choices({ network })]);
  if (!meeting.canChange) throw refuse('not_found');
  return { network, meeting, mentors };
}

export async function action(args: ActionFunctionArgs) {
  const where = supervisionParams(args);
  return submit(args, SupervisionFields, async (input) => {
    await api(args).supervision.change({ ...where, ...input });
    return redirectWithFlash(
      paths.supervisionMeeting(where.network, where.supervisionId),
      'supervision:form.saved',
    );
  });
}

export const handle: Handle = { title: (t) => t('supervision:form.edit') };

export default function EditSupervision() {
  const { network, meeting, mentors } = useLoaderData<typeof loader>();
  const { t } = useTranslation('supervision');
  return (
    <>
      <SupervisionWays />
      <PageHeader title={t(meeting.isToWrite ? 'form.write' : 'form.edit')} lead={t('form.lead')} />
      <SupervisionForm
        meeting={meeting}
        mentors={mentors}
        back={paths.supervisionMeeting(network, meeting.id)}
      />
    </>
  );
}
