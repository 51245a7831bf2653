import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { MetNeeds } from '@tessera/core/support/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { readForm } from '~/server/submit.server.ts';

const Ticks = MetNeeds.omit({ trainingId: true });

export async function loader(args: LoaderFunctionArgs) {
  const { network, trainingId } = trainingParams(args);
  return redirect(paths.support(network, trainingId));
}

/** Which of the needs that were shown are met. */
export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  const form = await readForm(args.request);
  const ticks = Ticks.safeParse({ needIds: form.getAll('needIds'), metIds: form.getAll('metIds') });
  if (!ticks.success) throw refuse('invalid');
  const { changed } = await api(args).support.meet({ ...where, ...ticks.data });
  return redirectWithFlash(paths.support(where.network, where.trainingId), 'registration:support.saved', {
    changed,
  });
}
