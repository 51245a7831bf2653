import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { decideAndGoBack } from '~/server/access-decision.server.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const accesses = await api(args).privacy.accesses(where);
  if (!accesses.some(({ id }) => id === args.params.access)) throw refuse('not_found');
  return redirect(paths.accesses(where.network));
}

/** Approves or refuses what somebody else asked for. */
export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return decideAndGoBack(args.request, paths.accesses(where.network), (decision) =>
    api(args).privacy.decideOnAccess({ ...where, accessId: args.params.access ?? '', decision }),
  );
}

// A page, so that a refusal has one too.
export default function AccessDecisionPage() {
  return null;
}
