import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { askParams } from '~/server/params.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  return redirect(paths.mentoringAsks(askParams(args).network));
}

/** Takes back what one asked the coordinator for, or puts an answered one away. */
export async function action(args: ActionFunctionArgs) {
  const where = askParams(args);
  await api(args).mentoring.takeBackAsk(where);
  return redirectWithFlash(paths.mentoringAsks(where.network), 'mentoring:asks.tookBack');
}
