import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';

export function loader() {
  return redirect(paths.account());
}

export async function action(args: ActionFunctionArgs) {
  await api(args).identity.signOutEverywhere();
  return redirectWithFlash(paths.home(), 'identity:signedOutEverywhere');
}
