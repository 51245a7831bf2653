import type { Permission } from '@tessera/core/permissions.ts';
import type { ShownTraining } from './shown-training.ts';

/** The way in which the reader would register: for an institution or alone. */
export function wayOf(may: (permission: Permission) => boolean): 'institution' | 'person' {
  return may('registration.cancel') ? 'institution' : 'person';
}

/**
 * Whether the reader finds an open form: while registration is open in their way, and a coordinator until the training is
 * over. In a partner's training that takes guests, who speaks for an institution.
 */
export function canRegisterNow(
  {
    isOwn,
    takesGuests,
    window,
    registrationWays,
  }: Pick<ShownTraining, 'isOwn' | 'takesGuests' | 'window' | 'registrationWays'>,
  may: (permission: Permission) => boolean,
): boolean {
  if (!may('registration.create')) return false;
  const isMyWay = registrationWays.includes(wayOf(may));
  if (!isOwn) return takesGuests && isMyWay && window === 'open' && may('registration.cancel');
  const isCoordinator = may('registration.manage');
  if (window === 'open') return isCoordinator || isMyWay;
  return (window === 'not_yet' || window === 'closed') && isCoordinator;
}
