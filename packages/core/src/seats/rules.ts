import { isHeld } from '@tessera/db/seat-states.ts';

export {
  isHeld,
  isLiving,
  isUndecided,
  livingStates,
  type SeatState,
  undecidedStates,
} from '@tessera/db/seat-states.ts';

/** What a quota can count. */
export const quotaScopes = ['mode', 'language', 'institution_kind', 'origin'] as const;
export type QuotaScope = (typeof quotaScopes)[number];
export const priorityRules = ['first_come', 'institutions_without_seat_first'] as const;
export type PriorityRule = (typeof priorityRules)[number];
export const partyRules = ['skip', 'strict'] as const;
export type PartyRule = (typeof partyRules)[number];

/** What a quota of the origin calls the own network; no code of a network is written like this. */
export const ownOrigin = '@own';

/** What a quota asks about a seat; null where it was not asked. */
export type QuotaFacts = {
  mode: string | null;
  language: string | null;
  institutionKind: string | null;
  /** Code of the partner network from which it was asked for; without it the own one */
  origin?: string | null;
};

/** At most `size` seats whose `scope` is `key`, until `releaseAt`. */
export type Quota = { scope: QuotaScope; key: string; size: number; releaseAt: Date | null };

/** A seat that waits. */
export type WaitingSeat = QuotaFacts & {
  id: string;
  registrationId: string;
  institutionId: string | null;
  /** Seated with the other seats of the registration, or not yet */
  isTogether: boolean;
  /** Ahead of the usual order (1), behind it (-1) */
  priority: number;
  isNew: boolean;
  /** The half-days that it covers; none stands for all */
  sessionIds: readonly string[];
  /** Whether what is wanted on any of several dates has its seats on another one */
  isElsewhere: boolean;
};

export type Settlement = {
  capacity: number;
  /** Seats that are confirmed or offered now. */
  taken: number;
  quotaPerInstitution: number | null;
  quotaReleaseAt: Date | null;
  /** Further quotas with the seats that they count now. */
  quotas: readonly (Quota & { held: number })[];
  /** Half-days with a number of places of their own, with the seats that cover them now. */
  sessionLimits: readonly { id: string; capacity: number; held: number }[];
  promotion: 'automatic' | 'offer';
  priorityRule: PriorityRule;
  partyRule: PartyRule;
  /** How many seats each institution holds (confirmed or offered); only those that have someone waiting matter. */
  heldByInstitution: ReadonlyMap<string, number>;
  /** Everyone who waits, in the order in which they asked. */
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

/** Whether a quota binds at this moment. */
export function isBinding(quota: { releaseAt: Date | null }, now: Date): boolean {
  return quota.releaseAt === null || now < quota.releaseAt;
}

/** What a quota of this scope reads of a seat. */
export function quotaKey(scope: QuotaScope, seat: QuotaFacts): string | null {
  switch (scope) {
    case 'mode':
      return seat.mode;
    case 'language':
      return seat.language;
    case 'institution_kind':
      return seat.institutionKind;
    case 'origin':
      return seat.origin ?? ownOrigin;
    default:
      return scope satisfies never;
  }
}

/**
 * The line: parties in the order in which they are served. A seat is a party of one, unless it wants to be seated together
 * with the others of its registration. Who was moved by the coordinator stands ahead or behind; among equals the training's
 * rule orders: by time, or the first party of each institution that holds no seat before all others. Serving the line is
 * the same at once and one by one, since an institution that is served once falls back to the order of time.
 */
export function inLine(
  waiting: readonly WaitingSeat[],
  rule: PriorityRule,
  heldByInstitution: ReadonlyMap<string, number>,
): WaitingSeat[][] {
  const parties = partiesOf(waiting).sort((one, other) => priorityOf(other) - priorityOf(one));
  if (rule === 'first_come') return parties;
  const served = new Set([...heldByInstitution].flatMap(([id, held]) => (held > 0 ? [id] : [])));
  const ranked = parties.map((party) => {
    const institutionId = party[0]?.institutionId ?? null;
    const isLater = institutionId !== null && served.has(institutionId);
    if (institutionId !== null) served.add(institutionId);
    return { party, priority: priorityOf(party), isLater };
  });
  return ranked
    .sort((one, other) => other.priority - one.priority || Number(one.isLater) - Number(other.isLater))
    .map(({ party }) => party);
}

const priorityOf = (party: readonly WaitingSeat[]) => party[0]?.priority ?? 0;

function partiesOf(waiting: readonly WaitingSeat[]): WaitingSeat[][] {
  const parties = new Map<string, WaitingSeat[]>();
  for (const seat of waiting) {
    const key = seat.isTogether ? seat.registrationId : seat.id;
    const party = parties.get(key);
    if (party) party.push(seat);
    else parties.set(key, [seat]);
  }
  return [...parties.values()];
}

/**
 * Who gets a free seat: the one decision behind registering, cancelling, promoting, expiry of offers, a change of capacity,
 * of quotas or of the order. Free seats go along the line. A party gets its seats when all seats of the training and every
 * binding quota and each half-day with places of its own have room for all of it; whoever a limit keeps back is passed over and keeps the place in line. A party that
 * lacks free seats only, and whoever has a seat on another date, is passed over too, or, with the strict rule, the line waits for it – but not for a party that all
 * seats together could not hold. A seat asked for just now is confirmed; one that waited is confirmed or offered.
 */
export function settle(input: Settlement): Promotion[] {
  const { capacity, promotion, partyRule } = input;
  const room = roomOf(input);
  const sessionIds = input.sessionLimits.map(({ id }) => id);
  const promotions: Promotion[] = [];
  let free = capacity - input.taken;
  for (const party of inLine(input.waiting, input.priorityRule, input.heldByInstitution)) {
    if (free <= 0) break;
    if (party.some(({ isElsewhere }) => isElsewhere)) continue;
    const uses = usesOf(party, room, sessionIds);
    if ([...uses].some(([limit, count]) => (room.get(limit) ?? 0) < count)) continue;
    if (party.length > free) {
      if (partyRule === 'strict' && party.length <= capacity) break;
      continue;
    }
    for (const [limit, count] of uses) room.set(limit, (room.get(limit) ?? 0) - count);
    free -= party.length;
    for (const seat of party) {
      const isSure = seat.isNew || promotion === 'automatic';
      promotions.push({ seatId: seat.id, becomes: isSure ? 'confirmed' : 'offered' });
    }
  }
  return promotions;
}

// How much each limit leaves; a limit that does not bind stands nowhere.
function roomOf({ now, ...input }: Settlement): Map<string, number> {
  const room = new Map<string, number>();
  const { quotaPerInstitution } = input;
  if (quotaPerInstitution !== null && isQuotaBinding(input, now)) {
    for (const { institutionId } of input.waiting) {
      if (institutionId === null) continue;
      room.set(
        `institution ${institutionId}`,
        quotaPerInstitution - (input.heldByInstitution.get(institutionId) ?? 0),
      );
    }
  }
  for (const quota of input.quotas) {
    if (isBinding(quota, now)) room.set(`${quota.scope} ${quota.key}`, quota.size - quota.held);
  }
  for (const { id, capacity, held } of input.sessionLimits) room.set(`session ${id}`, capacity - held);
  return room;
}

function usesOf(
  party: readonly WaitingSeat[],
  room: ReadonlyMap<string, number>,
  everySession: readonly string[],
): Map<string, number> {
  const uses = new Map<string, number>();
  for (const seat of party) {
    const limits = [
      `institution ${seat.institutionId}`,
      ...quotaScopes.map((scope) => `${scope} ${quotaKey(scope, seat)}`),
      ...(seat.sessionIds.length > 0 ? seat.sessionIds : everySession).map((id) => `session ${id}`),
    ];
    for (const limit of limits) if (room.has(limit)) uses.set(limit, (uses.get(limit) ?? 0) + 1);
  }
  return uses;
}

/**
 * What the quotas of another training ask about a seat: as it was asked for, where that training offers it; else in one of
 * the languages of both.
 */
export function factsElsewhere(
  seat: Pick<QuotaFacts, 'mode' | 'language'>,
  languages: readonly string[],
  there: { mode: string; languages: readonly string[] },
): Pick<QuotaFacts, 'mode' | 'language'> {
  const wished = [seat.language, ...languages, ...there.languages];
  return {
    mode: there.mode === 'hybrid' ? seat.mode : null,
    language:
      there.languages.length > 1
        ? (wished.find((each) => each !== null && there.languages.includes(each)) ?? null)
        : null,
  };
}

/** How many seats each quota counts among `seats`. */
export function heldPerQuota<Each extends Quota>(
  quotas: readonly Each[],
  seats: readonly (QuotaFacts & { state: string })[],
): (Each & { held: number })[] {
  return quotas.map((quota) => ({
    ...quota,
    held: seats.filter((seat) => isHeld(seat) && quotaKey(quota.scope, seat) === quota.key).length,
  }));
}

/** The first quota that says what another one says already, or that no seat of the training can match. */
export function misplacedQuota(
  quotas: readonly Quota[],
  training: { mode: string; languages: readonly string[] },
): { index: number; is: 'twice' | 'unfit' } | null {
  const seen = new Set<string>();
  for (const [index, quota] of quotas.entries()) {
    const name = `${quota.scope} ${quota.key}`;
    if (seen.has(name)) return { index, is: 'twice' };
    seen.add(name);
    if (!isFitting(quota, training)) return { index, is: 'unfit' };
  }
  return null;
}

/** Whether seats of a training can differ in what a quota asks. */
export function isFitting(
  { scope, key }: { scope: QuotaScope; key: string },
  training: { mode: string; languages: readonly string[] },
): boolean {
  if (scope === 'mode') return training.mode === 'hybrid' && ['onsite', 'online'].includes(key);
  return scope === 'language' ? training.languages.length > 1 && training.languages.includes(key) : true;
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
