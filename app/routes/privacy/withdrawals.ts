import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { OwnConsent } from '@tessera/core/consents/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { submit } from '~/server/submit.server.ts';

export function loader() {
  return redirect(paths.accountPrivacy());
}

/** Takes one's own consent back. */
export async function action(args: ActionFunctionArgs) {
  return submit(args, OwnConsent, async (input) => {
    await api(args).consents.withdraw(input);
    return redirectWithFlash(paths.accountPrivacy(), 'privacy:mine.withdrawn');
  });
}

// A page, so that a refusal has one too.
export default function Withdrawals() {
  return null;
}
