import type { ActionFunctionArgs } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from './api.server.ts';
import { networkParams } from './params.server.ts';
import { safePath } from './safe-path.server.ts';

/**
 * Where someone goes after a seat changed: to the page that the address names as `next`, else the coordinator to the
 * training and everyone else to the own registrations.
 */
export async function pathAfterSeat(args: ActionFunctionArgs, trainingId: string): Promise<string> {
  const next = nextPath(args);
  if (next) return next;
  const { network } = networkParams(args);
  const { viewer } = await api(args).networks.shell({ network });
  const isOrganiser = viewer?.can.includes('registration.manage') ?? false;
  return isOrganiser ? paths.manage(network, trainingId) : paths.myRegistrations(network);
}

/** The page that the address names as `next`, or nothing. */
export function nextPath({ request }: Pick<ActionFunctionArgs, 'request'>): string {
  return safePath(new URL(request.url).searchParams.get('next'), '');
}
