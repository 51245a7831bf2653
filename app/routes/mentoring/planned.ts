import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { PlannedDay, PlannedMove } from '@tessera/core/mentoring/schema.ts';
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

const Moved = PlannedDay.pick({ day: true, startsAt: true });

/** Moves a planned session to another day, or notes what became of it when it was not held. */
export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  const page = paths.relation(where.network, where.relationId);
  const plannedId = args.params.planned ?? '';
  const form = Object.fromEntries(await readForm(args.request));
  const moved = Moved.safeParse(form);
  const state = PlannedMove.shape.state.safeParse(form.state);
  if (!moved.success && !state.success) throw refuse('invalid');
  try {
    if (moved.success) {
      await api(args).mentoring.movePlanned({ ...where, plannedId, ...moved.data });
      return redirectWithFlash(page, 'mentoring:relation.dayMoved');
    }
    if (state.success) await api(args).mentoring.settleSession({ ...where, plannedId, state: state.data });
  } catch (thrown) {
    const code = foreseen.find((each) => each === domainErrorOf(thrown)?.code);
    if (code) return redirectWithFlash(page, `errors:${code}`, {}, 'warning');
    throw thrown;
  }
  return redirectWithFlash(page, 'mentoring:relation.settled');
}

const foreseen = ['day_ahead', 'day_behind', 'day_too_old', 'transition_not_possible'] as const;
