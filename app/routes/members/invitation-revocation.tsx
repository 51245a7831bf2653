import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.invitations(params.network ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const { network = '', invitation: invitationId = '' } = args.params;
  const back = paths.invitations(network);
  try {
    await api(args).members.revokeInvitation({ network, invitationId });
  } catch (thrown) {
    if (domainErrorOf(thrown)?.code !== 'invitation_used') throw thrown;
    return redirectWithFlash(back, 'errors:invitation_used', {}, 'warning');
  }
  return redirectWithFlash(back, 'identity:members.revoked');
}

// A page, so that a refusal has one too.
export default function InvitationRevocation() {
  return null;
}
