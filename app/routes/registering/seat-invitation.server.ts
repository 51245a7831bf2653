import type { ActionFunctionArgs } from '@remix-run/node';
import type { Caller } from '@tessera/core/api.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';

const refusals = ['invitation_used', 'way_closed', 'training_begun'] as const;

/** Does something with one invitation to an event and leads back to the list, which says what came of it. */
export async function withSeatInvitation(
  args: ActionFunctionArgs,
  act: (call: Caller, invitation: { network: string; seatInvitationId: string }) => Promise<unknown>,
  done: 'registering:invitations.revoked' | 'registering:invitations.resent',
): Promise<Response> {
  const { network, trainingId } = trainingParams(args);
  const back = paths.seatInvitations(network, trainingId);
  try {
    await act(api(args), { network, seatInvitationId: args.params.seatInvitation ?? '' });
  } catch (thrown) {
    const code = refusals.find((each) => each === domainErrorOf(thrown)?.code);
    if (!code) throw thrown;
    return redirectWithFlash(back, `errors:${code}`, {}, 'warning');
  }
  return redirectWithFlash(back, done);
}
