import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Making } from '@tessera/core/library/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { resourceParams } from '~/server/params.server.ts';
import { submitAlone } from '~/server/submit.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { network } = resourceParams(args);
  await api(args).library.form({ network });
  return redirect(paths.library(network));
}

export async function action(args: ActionFunctionArgs) {
  const { network, resourceId } = resourceParams(args);
  return submitAlone(args, Making.omit({ resourceId: true }), async (input) => {
    const made = await api(args).library.make({ network, resourceId, ...input });
    return redirectWithFlash(paths.resourceEdit(network, made.resourceId), 'library:make.done');
  });
}

// A page, so that a refusal has one too.
export default function MakingPage() {
  return null;
}
