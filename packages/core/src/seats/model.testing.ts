// What seats must do, written a second time and as plainly as possible: one party is given its seats, then everything is
// looked at anew. The model test compares the product with it.

export type ModelSeat = {
  id: string;
  registrationId: string;
  institutionId: string | null;
  institutionKind: string | null;
  mode: string | null;
  language: string | null;
  isTogether: boolean;
  /** The half-days that it covers; none stands for all */
  sessionIds: string[];
  wishId: string | null;
  /** Its wish has its seats on another date */
  isElsewhere: boolean;
  priority: number;
  state: string;
  queue: number;
  offeredUntil: Date | null;
};

export type ModelTraining = {
  capacity: number;
  quotaPerInstitution: number | null;
  quotaReleaseAt: Date | null;
  promotion: string;
  priorityRule: string;
  partyRule: string;
  /** Half-days with places of their own */
  halfDays: { id: string; capacity: number }[];
  quotas: { scope: string; key: string; size: number; releaseAt: Date | null }[];
};

const isTaken = ({ state }: ModelSeat) => ['confirmed', 'offered', 'pending'].includes(state);

/** The line as it stands, party by party. */
export function lineOf(training: ModelTraining, seats: readonly ModelSeat[]): ModelSeat[][] {
  const waiting = seats.filter(({ state }) => state === 'waiting').sort((a, b) => a.queue - b.queue);
  const parties: ModelSeat[][] = [];
  for (const seat of waiting) {
    const own = parties.find(
      ([first]) => seat.isTogether && first?.isTogether && first.registrationId === seat.registrationId,
    );
    if (own) own.push(seat);
    else parties.push([seat]);
  }
  const first = (party: ModelSeat[]) => party[0] as ModelSeat;
  const byMove = [...parties].sort(
    (a, b) => first(b).priority - first(a).priority || first(a).queue - first(b).queue,
  );
  if (training.priorityRule === 'first_come') return byMove;
  const comesLater = (party: ModelSeat[]) => {
    const { institutionId } = first(party);
    if (institutionId === null) return 0;
    const isSeated = seats.some((seat) => isTaken(seat) && seat.institutionId === institutionId);
    const isNotTheFirst = byMove.find((other) => first(other).institutionId === institutionId) !== party;
    return isSeated || isNotTheFirst ? 1 : 0;
  };
  return [...byMove].sort(
    (a, b) =>
      first(b).priority - first(a).priority ||
      comesLater(a) - comesLater(b) ||
      first(a).queue - first(b).queue,
  );
}

/** The party that gets its seats now, if any. */
export function nextParty(
  training: ModelTraining,
  seats: readonly ModelSeat[],
  now: Date,
): ModelSeat[] | undefined {
  const free = training.capacity - seats.filter(isTaken).length;
  for (const party of lineOf(training, seats)) {
    if (free <= 0) return undefined;
    if (party.some(({ isElsewhere }) => isElsewhere)) continue;
    const after = seats.map((seat) => (party.includes(seat) ? { ...seat, state: 'confirmed' } : seat));
    if (party.some((seat) => overfull(training, after, seat, now))) continue;
    if (party.length <= free) return party;
    if (training.partyRule === 'strict' && party.length <= training.capacity) return undefined;
  }
  return undefined;
}

function overfull(training: ModelTraining, seats: readonly ModelSeat[], seat: ModelSeat, now: Date): boolean {
  const taken = seats.filter(isTaken);
  const { quotaPerInstitution, quotaReleaseAt, quotas } = training;
  const isReleased = (at: Date | null) => at !== null && at.getTime() <= now.getTime();
  if (seat.institutionId !== null && quotaPerInstitution !== null && !isReleased(quotaReleaseAt)) {
    if (taken.filter((other) => other.institutionId === seat.institutionId).length > quotaPerInstitution)
      return true;
  }
  const covers = (of: ModelSeat, id: string) => of.sessionIds.length === 0 || of.sessionIds.includes(id);
  const isFull = training.halfDays.some(
    ({ id, capacity }) => covers(seat, id) && taken.filter((other) => covers(other, id)).length > capacity,
  );
  if (isFull) return true;
  return quotas.some(({ scope, key, size, releaseAt }) => {
    const of = (one: ModelSeat) =>
      scope === 'mode' ? one.mode : scope === 'language' ? one.language : one.institutionKind;
    if (isReleased(releaseAt) || of(seat) !== key) return false;
    return taken.filter((other) => of(other) === key).length > size;
  });
}

/** The training after everyone got what they can get; those in `asking` have not waited. */
export function settled(
  training: ModelTraining,
  seats: readonly ModelSeat[],
  now: Date,
  asking: ReadonlySet<string> = new Set(),
): ModelSeat[] {
  let current = [...seats];
  for (;;) {
    const party = nextParty(training, current, now);
    if (!party) return current;
    const ids = new Set(party.map(({ id }) => id));
    const becomes = (seat: ModelSeat) =>
      training.promotion === 'offer' && !asking.has(seat.id) ? 'offered' : 'confirmed';
    current = current.map((seat) => (ids.has(seat.id) ? { ...seat, state: becomes(seat) } : seat));
  }
}

/** Draws that a seed repeats. */
export function chance(start: number) {
  let state = start;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number) => Math.floor(next() * count);
  const pick = <Each>(list: readonly Each[]): Each => list[below(list.length)] as Each;
  return { below, pick };
}

export type Chance = ReturnType<typeof chance>;
