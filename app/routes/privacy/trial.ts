import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';

export function loader(args: LoaderFunctionArgs) {
  return redirect(paths.privacySettings(networkParams(args).network));
}

/** Counts what a night would end; changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  const { due } = await api(args).privacy.tryRetention(where);
  return redirectWithFlash(
    paths.privacySettings(where.network),
    'privacy:settings.tried',
    { count: due },
    'info',
  );
}

// A page, so that a refusal has one too.
export default function Trial() {
  return null;
}
