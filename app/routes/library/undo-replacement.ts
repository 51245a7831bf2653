import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams, replacementParams } from '~/server/params.server.ts';
import { submitAlone } from '~/server/submit.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  await api(args).links.list({ network });
  return redirect(paths.libraryLinks(network));
}

export async function action(args: ActionFunctionArgs) {
  const where = replacementParams(args);
  return submitAlone(args, z.object({}), async () => {
    const { resources } = await api(args).links.undo(where);
    return redirectWithFlash(paths.libraryLinks(where.network), 'links:undone', { count: resources });
  });
}

// A page, so that a refusal has one too.
export default function UndoPage() {
  return null;
}
