import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { AccessDecision } from '@tessera/core/privacy/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { afterDecision } from '~/server/after-decision.server.ts';
import { api } from '~/server/api.server.ts';
import { submit } from '~/server/submit.server.ts';

const Decision = AccessDecision.pick({ decision: true });

export function loader() {
  return redirect(paths.operatorPrivacy());
}

/** Approves or refuses what another operator asked for. */
export async function action(args: ActionFunctionArgs) {
  const { network = '', access: accessId = '' } = args.params;
  return submit(args, Decision, ({ decision }) =>
    afterDecision(paths.operatorPrivacy(), () =>
      api(args).privacy.decideOnAccessAsOperator({ network, accessId, decision }),
    ),
  );
}

// A page, so that a refusal has one too.
export default function OperatorAccessDecision() {
  return null;
}
