import type { Permission } from '@tessera/core/permissions.ts';
import type { ShownTraining } from './shown-training.ts';

/**
 * Whether the reader finds an open form: while registration is open, and a coordinator until the training is over. In a
 * partner's training that takes guests, who speaks for an institution.
 */
export function canRegisterNow(
  { isOwn, takesGuests, window }: Pick<ShownTraining, 'isOwn' | 'takesGuests' | 'window'>,
  may: (permission: Permission) => boolean,
): boolean {
  if (!may('registration.create')) return false;
  if (!isOwn) return takesGuests && window === 'open' && may('registration.cancel');
  if (window === 'open') return true;
  return (window === 'not_yet' || window === 'closed') && may('registration.manage');
}
