import { isQuotaBinding } from '@tessera/core/seats/rules.ts';
import type { ManagedSeat, ManagedTraining } from './manage-types.ts';

/** How many seats each institution holds (confirmed or offered), by id. */
export function heldByInstitution(seats: readonly ManagedSeat[]): Map<string, number> {
  const held = new Map<string, number>();
  for (const { institutionId, state } of seats) {
    if (institutionId === null || (state !== 'confirmed' && state !== 'offered')) continue;
    held.set(institutionId, (held.get(institutionId) ?? 0) + 1);
  }
  return held;
}

/** The limit for each institution that binds now; null when there is none or it is released. */
export function bindingQuota(training: ManagedTraining): number | null {
  return isQuotaBinding(training, training.now) ? training.quotaPerInstitution : null;
}
