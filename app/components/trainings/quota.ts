import { inLine, isHeld, isQuotaBinding, settle, type WaitingSeat } from '@tessera/core/seats/rules.ts';
import type { ManagedSeat, ManagedTraining } from './manage-types.ts';

/** How many seats each institution holds (confirmed or offered), by id. */
export function heldByInstitution(seats: readonly ManagedSeat[]): Map<string, number> {
  const held = new Map<string, number>();
  for (const seat of seats) {
    if (seat.institutionId === null || !isHeld(seat)) continue;
    held.set(seat.institutionId, (held.get(seat.institutionId) ?? 0) + 1);
  }
  return held;
}

/** The limit for each institution that binds now; null when there is none or it is released. */
export function bindingQuota(training: ManagedTraining): number | null {
  return isQuotaBinding(training, training.now) ? training.quotaPerInstitution : null;
}

/** Who would get the next free seat, and whom a quota keeps back however many seats were free. */
export function chances(training: ManagedTraining, seats: readonly ManagedSeat[]) {
  const held = heldByInstitution(seats);
  const waiting: WaitingSeat[] = seats
    .filter(({ state }) => state === 'waiting')
    .sort((one, other) => one.queue - other.queue)
    .map((seat) => ({ ...seat, isNew: false }));
  const given = (free: number, line: readonly WaitingSeat[]) => {
    const capacity = Math.max(training.capacity, free);
    const taken = capacity - free;
    const input = { ...training, capacity, taken, heldByInstitution: held, waiting: line };
    return settle(input).map(({ seatId }) => seatId);
  };
  const parties = inLine(waiting, training.priorityRule, held);
  const keptBack = new Set(
    parties
      .filter((party) => given(party.length, party).length === 0)
      .flatMap((party) => party.map(({ id }) => id)),
  );
  return { held, next: new Set(given(1, waiting)), keptBack };
}
