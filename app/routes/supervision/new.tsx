import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NewSupervision } from '@tessera/core/supervision/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { SupervisionForm } from '~/components/supervision/supervision-form.tsx';
import { SupervisionWays } from '~/components/supervision/supervision-ways.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, mentors: await api(args).supervision.choices(where), nonce: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, NewSupervision, async (input) => {
    const { supervisionId } = await api(args).supervision.record({ ...where, ...input });
    return redirectWithFlash(
      paths.supervisionMeeting(where.network, supervisionId),
      'supervision:form.saved',
    );
  });
}

export const handle: Handle = { title: (t) => t('supervision:list.new') };

export default function NewSupervisionPage() {
  const { network, mentors, nonce } = useLoaderData<typeof loader>();
  const { t } = useTranslation('supervision');
  return (
    <>
      <SupervisionWays />
      <PageHeader title={t('list.new')} lead={t('form.lead')} />
      {mentors.length === 0 ? (
        <Empty title={t('form.noMentors')}>{t('form.noMentorsText')}</Empty>
      ) : (
        <SupervisionForm meeting={null} mentors={mentors} nonce={nonce} back={paths.supervision(network)} />
      )}
    </>
  );
}
