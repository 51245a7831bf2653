import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Marks } from '@tessera/core/attendance/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { api } from '~/server/api.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { readForm } from '~/server/submit.server.ts';

const Tap = Marks.shape.marks.element.extend({
  sessionId: z.uuid(),
  minutes: z.coerce.number().int().min(1).max(1440).optional(),
});

export async function loader(args: LoaderFunctionArgs) {
  const { network, trainingId } = trainingParams(args);
  return redirect(paths.attendance(network, trainingId));
}

/** One tap on one row; answers with data and no page. */
export async function action(args: ActionFunctionArgs) {
  const tap = Tap.safeParse(Object.fromEntries(await readForm(args.request)));
  if (!tap.success) throw refuse('invalid');
  const { sessionId, ...mark } = tap.data;
  await api(args).attendance.mark({ ...trainingParams(args), sessionId, marks: [mark] });
  return Response.json({ isSaved: true });
}
