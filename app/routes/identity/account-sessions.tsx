import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { SessionEnd } from '@tessera/core/identity/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { submit } from '~/server/submit.server.ts';

export function loader() {
  return redirect(paths.account());
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, SessionEnd, async (input) => {
    await api(args).identity.endSession(input);
    return redirectWithFlash(paths.account(), 'identity:account.ended');
  });
}

// A page, so that a refusal has one too.
export default function AccountSessions() {
  return null;
}
