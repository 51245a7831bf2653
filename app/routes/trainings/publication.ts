import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Move } from '@tessera/core/trainings/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { domainErrorOf, refuse } from '~/server/refusal.server.ts';
import { readForm } from '~/server/submit.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { network, trainingId } = trainingParams(args);
  return redirect(paths.manage(network, trainingId));
}

const refusals = [
  'transition_not_possible',
  'attendance_incomplete',
  'list_not_exported',
  'evaluation_open',
] as const;

/** Moves a training on: publish, close registration, complete and so on. */
export async function action(args: ActionFunctionArgs) {
  const { network, trainingId } = trainingParams(args);
  const form = await readForm(args.request);
  const { data: move } = Move.shape.move.safeParse(form.get('move'));
  if (!move) throw refuse('invalid');
  const manage = paths.manage(network, trainingId);
  try {
    await api(args).trainings.move({ network, trainingId, move });
  } catch (thrown) {
    // Someone else was faster, or something is missing; the page behind shows how it is now.
    const refusal = domainErrorOf(thrown);
    const code = refusals.find((known) => known === refusal?.code);
    if (!code) throw thrown;
    return redirectWithFlash(manage, `errors:${code}`, refusal?.params, 'danger');
  }
  return redirectWithFlash(manage, `trainings:manage.moved.${move}`);
}

// A page, so that a refusal has one too.
export default function Publication() {
  return null;
}
