import type { Permission } from '@tessera/core/permissions.ts';
import type { ShownTraining } from './shown-training.ts';

/** Whether the reader finds an open form: while registration is open, and a coordinator until the training is over. */
export function canRegisterNow(
  { isOwn, window }: Pick<ShownTraining, 'isOwn' | 'window'>,
  may: (permission: Permission) => boolean,
): boolean {
  if (!isOwn || !may('registration.create')) return false;
  if (window === 'open') return true;
  return (window === 'not_yet' || window === 'closed') && may('registration.manage');
}
