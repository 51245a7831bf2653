import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { requestParams } from '~/server/params.server.ts';

export function loader(args: LoaderFunctionArgs) {
  const { network, requestId } = requestParams(args);
  return redirect(paths.erasure(network, requestId));
}

/** Says that no law asks to keep the data any more. */
export async function action(args: ActionFunctionArgs) {
  const where = requestParams(args);
  await api(args).privacy.liftHold(where);
  return redirectWithFlash(paths.erasure(where.network, where.requestId), 'privacy:erasures.holdLifted');
}

// A page, so that a refusal has one too.
export default function HoldEnd() {
  return null;
}
