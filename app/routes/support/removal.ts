import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { seatParams } from '~/server/params.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { network, seatId } = seatParams(args);
  return redirect(paths.seatSupport(network, seatId));
}

export async function action(args: ActionFunctionArgs) {
  const { network, seatId } = seatParams(args);
  await api(args).support.remove({ network, seatId, needId: args.params.need ?? '' });
  return redirectWithFlash(paths.seatSupport(network, seatId), 'registration:support.removed');
}
