import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { CheckIns } from '@tessera/core/attendance/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { notUnderstood, readForm } from '~/server/submit.server.ts';

const Batch = CheckIns.omit({ trainingId: true });

export async function loader(args: LoaderFunctionArgs) {
  const { network, trainingId } = trainingParams(args);
  return redirect(paths.checkIn(network, trainingId));
}

/** Takes what a phone recorded; answers with data and no page. */
export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request);
  const batch = Batch.safeParse(parsed(String(form.get('batch') ?? '')));
  if (!batch.success) throw refuse('invalid');
  return Response.json(await api(args).attendance.checkIn({ ...trainingParams(args), ...batch.data }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notUnderstood();
  }
}
