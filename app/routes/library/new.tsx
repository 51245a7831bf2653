import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ResourceFields } from '@tessera/core/library/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { ResourceForm } from '~/components/library/resource-form.tsx';
import { ResourceWays } from '~/components/library/resource-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, choices: await api(args).library.form(where) };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, ResourceFields, async (fields) => {
    const { resourceId } = await api(args).library.create({ ...where, ...fields });
    return redirectWithFlash(paths.resourceFiles(where.network, resourceId), 'library:created');
  });
}

export const handle: Handle = { title: (t) => t('library:new') };

export default function NewResource() {
  const { network, choices } = useLoaderData<typeof loader>();
  const { t } = useTranslation('library');
  return (
    <>
      <ResourceWays />
      <PageHeader title={t('new')} lead={t('newLead')} />
      <ResourceForm resource={null} choices={choices} backTo={paths.library(network)} />
    </>
  );
}
