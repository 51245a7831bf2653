import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { phaseParams } from '~/server/params.server.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.phases(params.network ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const where = phaseParams(args);
  await api(args).phases.end(where);
  return redirectWithFlash(paths.phases(where.network), 'phases:ended');
}

// A page, so that a refusal has one too.
export default function PhaseEnd() {
  return null;
}
