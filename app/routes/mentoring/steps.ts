import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { readForm } from '~/server/submit.server.ts';

const Tick = z.object({ step: z.coerce.number().int().min(0), isDone: z.string() });

export async function loader(args: LoaderFunctionArgs) {
  const { network, relationId } = relationParams(args);
  return redirect(paths.relation(network, relationId));
}

/** Ticks a next step off, or takes the tick back. */
export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  const tick = Tick.safeParse(Object.fromEntries(await readForm(args.request)));
  if (!tick.success) throw refuse('invalid');
  const { step, isDone } = tick.data;
  const entryId = args.params.entry ?? '';
  await api(args).mentoring.tickStep({ ...where, entryId, step, isDone: isDone === 'on' });
  return redirectWithFlash(
    `${paths.relation(where.network, where.relationId)}#sessions`,
    'mentoring:relation.stepSaved',
  );
}
