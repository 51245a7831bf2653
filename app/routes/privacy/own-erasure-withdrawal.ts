import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';

export function loader() {
  return redirect(paths.accountPrivacy());
}

/** Takes the request to be forgotten back. */
export async function action(args: ActionFunctionArgs) {
  await api(args).privacy.withdrawErasure();
  return redirectWithFlash(paths.accountPrivacy(), 'privacy:mine.takenBack');
}

// A page, so that a refusal has one too.
export default function OwnErasureWithdrawal() {
  return null;
}
