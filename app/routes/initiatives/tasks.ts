import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { TaskTick } from '@tessera/core/initiatives/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { initiativeParams } from '~/server/params.server.ts';
import { submitAlone } from '~/server/submit.server.ts';

const Tick = TaskTick.pick({ taskId: true }).extend({ isDone: z.enum(['yes', 'no']) });

export async function loader(args: LoaderFunctionArgs) {
  const { network, initiativeId } = initiativeParams(args);
  return redirect(paths.initiative(network, initiativeId));
}

export async function action(args: ActionFunctionArgs) {
  const where = initiativeParams(args);
  return submitAlone(args, Tick, async ({ taskId, isDone }) => {
    await api(args).initiatives.tick({ ...where, taskId, isDone: isDone === 'yes' });
    return redirectWithFlash(
      `${paths.initiative(where.network, where.initiativeId)}#tasks`,
      isDone === 'yes' ? 'initiatives:ticked' : 'initiatives:unticked',
    );
  });
}

// A page, so that a refusal has one too.
export default function Tasks() {
  return null;
}
