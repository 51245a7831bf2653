import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { AccessDecision } from '@tessera/core/privacy/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { afterDecision } from '~/server/after-decision.server.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';

const Decision = AccessDecision.pick({ decision: true });

export function loader(args: LoaderFunctionArgs) {
  return redirect(paths.accesses(networkParams(args).network));
}

/** Approves or refuses what somebody else asked for. */
export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, Decision, ({ decision }) =>
    afterDecision(paths.accesses(where.network), () =>
      api(args).privacy.decideOnAccess({ ...where, accessId: args.params.access ?? '', decision }),
    ),
  );
}

// A page, so that a refusal has one too.
export default function AccessDecisionPage() {
  return null;
}
