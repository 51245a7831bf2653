import type { Permission } from '@tessera/core/permissions.ts';
import type { ShownTraining } from './shown-training.ts';

/** The way in which the reader would register: for an institution or alone. */
export function wayOf(may: (permission: Permission) => boolean): 'institution' | 'person' {
  return may('registration.cancel') ? 'institution' : 'person';
}

/** Whether the reader finds an open form: while registration is open in their way, and a coordinator until the training is over. */
export function canRegisterNow(
  { isOwn, window, registrationWays }: Pick<ShownTraining, 'isOwn' | 'window' | 'registrationWays'>,
  may: (permission: Permission) => boolean,
): boolean {
  if (!isOwn || !may('registration.create')) return false;
  const isCoordinator = may('registration.manage');
  if (window === 'open') return isCoordinator || registrationWays.includes(wayOf(may));
  return (window === 'not_yet' || window === 'closed') && isCoordinator;
}
