import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { resourceParams } from '~/server/params.server.ts';
import { submitUpload } from '~/server/upload.server.ts';

export type Uploaded = { fileId: string; name: string } | { error: { files?: string[] } };

export function loader(args: LoaderFunctionArgs) {
  const { network, resourceId } = resourceParams(args);
  return redirect(paths.resource(network, resourceId));
}

/** One file on its way, for pages that show how far it is. Without scripts it comes with its form. */
export async function action(args: ActionFunctionArgs) {
  const { network, resourceId } = resourceParams(args);
  const answer = await submitUpload(args, async (_fields, { name, content }) =>
    Response.json(await api(args).library.keepFile({ network, resourceId, name: name.slice(-500), content })),
  );
  if (answer instanceof Response) return answer;
  return Response.json({ error: answer.data.error }, { status: answer.init?.status ?? 422 });
}
