import type { ActionFunctionArgs } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { api } from './api.server.ts';
import { networkParams } from './params.server.ts';

/** Where someone goes after a seat changed: the coordinator to the training, everyone else to the own registrations. */
export async function pathAfterSeat(args: ActionFunctionArgs, trainingId: string): Promise<string> {
  const { network } = networkParams(args);
  const { viewer } = await api(args).networks.shell({ network });
  const isOrganiser = viewer?.can.includes('registration.manage') ?? false;
  return isOrganiser ? paths.manage(network, trainingId) : paths.myRegistrations(network);
}
