import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { askParams } from '~/server/params.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';
import { readForm } from '~/server/submit.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  return redirect(paths.mentoringAsks(askParams(args).network));
}

/** Takes back what one asked the coordinator for, or puts an answered one away. */
export async function action(args: ActionFunctionArgs) {
  const where = askParams(args);
  const isAnswered = (await readForm(args.request)).has('answered');
  const list = paths.mentoringAsks(where.network);
  try {
    await api(args).mentoring.takeBackAsk({ ...where, isAnswered });
  } catch (thrown) {
    if (domainErrorOf(thrown)?.code !== 'state_changed') throw thrown;
    return redirectWithFlash(list, 'errors:state_changed', {}, 'warning');
  }
  return redirectWithFlash(list, 'mentoring:asks.tookBack');
}
