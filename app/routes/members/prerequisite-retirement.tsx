import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.prerequisites(params.network ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const { network = '', kind: kindId = '' } = args.params;
  await api(args).prerequisites.retire({ network, kindId });
  return redirectWithFlash(paths.prerequisites(network), 'people:settings.retired');
}

// A page, so that a refusal has one too.
export default function PrerequisiteRetirement() {
  return null;
}
