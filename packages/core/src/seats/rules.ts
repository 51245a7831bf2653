/** A seat that waits, in the order of the queue. */
export type WaitingSeat = { id: string; institutionId: string | null; isNew: boolean };

export type Settlement = {
  capacity: number;
  /** Seats that are confirmed or offered now. */
  taken: number;
  quotaPerInstitution: number | null;
  quotaReleaseAt: Date | null;
  promotion: 'automatic' | 'offer';
  /** How many seats each institution holds (confirmed or offered); only those that have someone waiting matter. */
  heldByInstitution: ReadonlyMap<string, number>;
  /** Everyone who waits, first in line first. */
  waiting: readonly WaitingSeat[];
  now: Date;
};

export type Promotion = { seatId: string; becomes: 'confirmed' | 'offered' };

/** Whether the quota per institution binds at this moment. */
export function isQuotaBinding(
  training: { quotaPerInstitution: number | null; quotaReleaseAt: Date | null },
  now: Date,
): boolean {
  return (
    training.quotaPerInstitution !== null &&
    (training.quotaReleaseAt === null || now < training.quotaReleaseAt)
  );
}

/**
 * Who gets a free seat: the one decision behind registering, cancelling, promoting, expiry of offers and a change of
 * capacity. Free seats go along the line; whoever has reached the quota of the institution is passed over and keeps the
 * place in line. A seat asked for just now is confirmed; one that waited is confirmed or offered, as the training says.
 */
export function settle(input: Settlement): Promotion[] {
  const { capacity, quotaPerInstitution, promotion, waiting } = input;
  const isBinding = isQuotaBinding(input, input.now);
  const held = new Map(input.heldByInstitution);
  const promotions: Promotion[] = [];
  let free = capacity - input.taken;
  for (const seat of waiting) {
    if (free <= 0) break;
    if (seat.institutionId !== null) {
      const holds = held.get(seat.institutionId) ?? 0;
      if (isBinding && quotaPerInstitution !== null && holds >= quotaPerInstitution) continue;
      held.set(seat.institutionId, holds + 1);
    }
    promotions.push({
      seatId: seat.id,
      becomes: seat.isNew || promotion === 'automatic' ? 'confirmed' : 'offered',
    });
    free -= 1;
  }
  return promotions;
}

type Named = { givenName: string; familyName: string; email: string | null } | null;

/** Index of the first person who stands in the list a second time, by address or by name; -1 when nobody does. */
export function namedTwice(people: readonly Named[]): number {
  const seen = new Set<string>();
  return people.findIndex((person) => {
    if (!person) return false;
    const names = fold(`${person.givenName}\u0000${person.familyName}`);
    // Two colleagues may share a name when their addresses tell them apart.
    const key = person.email ?? names;
    const isSecond = seen.has(key);
    seen.add(key);
    return isSecond;
  });
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
