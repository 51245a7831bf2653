import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';

export function loader(args: LoaderFunctionArgs) {
  return redirect(paths.start(networkParams(args).network));
}

/** Opens a draft to everyone. */
export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  try {
    await api(args).networks.open(where);
  } catch (thrown) {
    if (domainErrorOf(thrown)?.code !== 'network_state_changed') throw thrown;
    return redirectWithFlash(paths.network(where.network), 'errors:network_state_changed', {}, 'warning');
  }
  return redirectWithFlash(paths.network(where.network), 'founding:start.opened');
}

// A page, so that a refusal has one too.
export default function Opening() {
  return null;
}
