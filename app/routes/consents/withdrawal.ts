import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { consentParams } from '~/server/params.server.ts';

export function loader(args: LoaderFunctionArgs) {
  const { network, consentId } = consentParams(args);
  return redirect(paths.consent(network, consentId));
}

/** Takes back a consent that oneself had written down for someone. */
export async function action(args: ActionFunctionArgs) {
  const where = consentParams(args);
  await api(args).consents.withdrawRecorded(where);
  return redirectWithFlash(paths.consent(where.network, where.consentId), 'privacy:consents.withdrawn');
}

// A page, so that a refusal has one too.
export default function Withdrawal() {
  return null;
}
