import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { decideAndGoBack } from '~/server/access-decision.server.ts';
import { api } from '~/server/api.server.ts';

export function loader() {
  return redirect(paths.operatorPrivacy());
}

/** Approves or refuses what another operator asked for. */
export async function action(args: ActionFunctionArgs) {
  const { network = '', access: accessId = '' } = args.params;
  return decideAndGoBack(args.request, paths.operatorPrivacy(), (decision) =>
    api(args).privacy.decideOnAccessAsOperator({ network, accessId, decision }),
  );
}

// A page, so that a refusal has one too.
export default function OperatorAccessDecision() {
  return null;
}
