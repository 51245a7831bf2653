import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Permission } from '@tessera/core/permissions.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';

/**
 * Keeps a page whose form the reader could not send from being shown.
 * @throws an answer not_found for a network where mentoring is off, not_allowed for those without the permission
 */
export async function requireRight(args: LoaderFunctionArgs, permission: Permission): Promise<void> {
  const { modules, viewer } = await api(args).networks.shell(networkParams(args));
  if (!modules.includes('mentoring')) throw refuse('not_found');
  if (!viewer) throw refuse('sign_in_needed');
  if (!viewer.isMember) throw refuse('not_found');
  if (!viewer.can.includes(permission)) throw refuse('not_allowed');
}
