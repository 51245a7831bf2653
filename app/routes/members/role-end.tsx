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
  const back = paths.member(network, personId);
  try {
    await api(args).members.endRole({ network, assignmentId });
  } catch (thrown) {
    const code = domainErrorOf(thrown)?.code;
    if (code !== 'role_over' && code !== 'last_coordinator' && code !== 'not_yourself') throw thrown;
    return redirectWithFlash(back, `errors:${code}`, {}, 'warning');
  }
  return redirectWithFlash(back, 'people:role.ended');
}

// A page, so that a refusal has one too.
export default function RoleEnd() {
  return null;
}
