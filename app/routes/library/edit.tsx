import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ResourceFields } from '@tessera/core/library/schema.ts';
import { seenTexts } from '@tessera/core/translations/seen.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { textOf } from '~/components/initiatives/text-of.ts';
import { ResourceForm } from '~/components/library/resource-form.tsx';
import { ResourceWays } from '~/components/library/resource-ways.tsx';
import { readAnew } from '~/components/questions/read-anew.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { resourceParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { network, resourceId } = resourceParams(args);
  const [resource, choices] = await Promise.all([
    api(args).library.one({ network, resourceId }),
    api(args).library.form({ network }),
  ]);
  if (!resource.mayEdit) throw refuse('not_allowed');
  const title = textOf(resource.texts, [args.context.language])?.title ?? '';
  const seen = seenTexts('resource', resource.texts);
  return { network, resourceId, resource: { ...resource, seen }, choices, title };
}

export async function action(args: ActionFunctionArgs) {
  const { network, resourceId } = resourceParams(args);
  return submit(args, ResourceFields, async (fields) => {
    await api(args).library.edit({ network, resourceId, ...fields });
    return redirectWithFlash(paths.resource(network, resourceId), 'library:saved');
  });
}

// Who is told that somebody else was faster has to see what stands now.
export const shouldRevalidate = readAnew;

export const handle: Handle = { title: (t) => t('library:edit') };

export default function EditResource() {
  const { network, resourceId, resource, choices, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation('library');
  return (
    <>
      <ResourceWays resource={{ id: resourceId, title }} />
      <PageHeader eyebrow={title} title={t('edit')} />
      <ResourceForm resource={resource} choices={choices} backTo={paths.resource(network, resourceId)} />
    </>
  );
}
