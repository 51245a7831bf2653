import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { trainingParams } from '~/server/params.server.ts';
import { withSeatInvitation } from './seat-invitation.server.ts';

export function loader(args: LoaderFunctionArgs) {
  const { network, trainingId } = trainingParams(args);
  return redirect(paths.seatInvitations(network, trainingId));
}

export function action(args: ActionFunctionArgs) {
  const done = 'registering:invitations.revoked';
  return withSeatInvitation(args, (call, invitation) => call.registering.revokeInvitation(invitation), done);
}

// A page, so that a refusal has one too.
export default function SeatInvitationRevocation() {
  return null;
}
