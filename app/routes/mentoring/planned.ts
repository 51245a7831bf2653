import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { PlannedMove } from '@tessera/core/mentoring/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { domainErrorOf, refuse } from '~/server/refusal.server.ts';
import { readForm } from '~/server/submit.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { network, relationId } = relationParams(args);
  return redirect(paths.relation(network, relationId));
}

/** Notes what became of a planned session that was not held. */
export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  const page = paths.relation(where.network, where.relationId);
  const state = PlannedMove.shape.state.safeParse((await readForm(args.request)).get('state'));
  if (!state.success) throw refuse('invalid');
  try {
    const plannedId = args.params.planned ?? '';
    await api(args).mentoring.settleSession({ ...where, plannedId, state: state.data });
  } catch (thrown) {
    const code = domainErrorOf(thrown)?.code;
    if (code === 'day_ahead' || code === 'transition_not_possible')
      return redirectWithFlash(page, `errors:${code}`, {}, 'warning');
    throw thrown;
  }
  return redirectWithFlash(page, 'mentoring:relation.settled');
}
