import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';

export function loader({ params: { network = '', invitation = '', token = '' } }: LoaderFunctionArgs) {
  return redirect(paths.invitation(network, invitation, token));
}

export async function action(args: ActionFunctionArgs) {
  const { network = '', invitation: invitationId = '', token = '' } = args.params;
  let isWaiting: boolean;
  try {
    ({ isWaiting } = await api(args).members.acceptInvitation({ network, invitationId, token }));
  } catch (thrown) {
    // The page of the invitation says what is the matter and what to do.
    if (domainErrorOf(thrown)) return redirect(paths.invitation(network, invitationId, token));
    throw thrown;
  }
  const welcome = isWaiting ? 'people:invitations.waiting' : 'identity:invitation.accepted';
  return redirectWithFlash(paths.dashboard(), welcome);
}
