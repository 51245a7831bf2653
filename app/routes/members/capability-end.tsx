import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { roleParams } from '~/server/params.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.member(params.network ?? '', params.person ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const { network, personId, assignmentId } = roleParams(args);
  try {
    await api(args).members.endCapability({ network, capabilityId: args.params.capability ?? '' });
  } catch (thrown) {
    const code = domainErrorOf(thrown)?.code;
    if (code !== 'role_over' && code !== 'not_yourself' && code !== 'role_not_yours_to_give') throw thrown;
    return redirectWithFlash(paths.member(network, personId), `errors:${code}`, {}, 'warning');
  }
  return redirectWithFlash(paths.role(network, personId, assignmentId), 'people:role.capabilityEnded');
}

// A page, so that a refusal has one too.
export default function CapabilityEnd() {
  return null;
}
