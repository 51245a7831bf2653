import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';

export function loader(args: LoaderFunctionArgs) {
  const { network, trainingId } = trainingParams(args);
  return redirect(paths.seatInvitations(network, trainingId));
}

export async function action(args: ActionFunctionArgs) {
  const { network, trainingId } = trainingParams(args);
  const seatInvitationId = args.params.seatInvitation ?? '';
  const back = paths.seatInvitations(network, trainingId);
  try {
    await api(args).registering.resendInvitation({ network, seatInvitationId });
  } catch (thrown) {
    const code = domainErrorOf(thrown)?.code;
    if (code !== 'invitation_used' && code !== 'way_closed' && code !== 'training_begun') throw thrown;
    return redirectWithFlash(back, `errors:${code}`, {}, 'warning');
  }
  return redirectWithFlash(back, 'registering:invitations.resent');
}

// A page, so that a refusal has one too.
export default function SeatInvitationSending() {
  return null;
}
