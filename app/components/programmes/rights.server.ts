import type { LoaderFunctionArgs } from '@remix-run/node';
import { DomainError } from '@tessera/core/errors.ts';
import type { Permission } from '@tessera/core/permissions.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { answerTo, refuse } from '~/server/refusal.server.ts';

/**
 * What a member may do in a network where mentoring is on.
 * @throws the way to sign in for a visitor, not_found where mentoring is off and for those who do not belong here
 */
export async function rightsInMentoring(args: LoaderFunctionArgs): Promise<readonly Permission[]> {
  const { modules, viewer } = await api(args).networks.shell(networkParams(args));
  if (!modules.includes('mentoring')) throw refuse('not_found');
  if (!viewer) throw answerTo(new DomainError('sign_in_needed'), args.request);
  if (!viewer.isMember) throw refuse('not_found');
  return viewer.can;
}

/**
 * Keeps a page whose form the reader could not send from being shown.
 * @throws what `rightsInMentoring` throws, not_allowed for those without the permission
 */
export async function requireRight(args: LoaderFunctionArgs, permission: Permission): Promise<void> {
  const rights = await rightsInMentoring(args);
  if (!rights.includes(permission)) throw refuse('not_allowed');
}
