import {
  isBinding,
  isQuotaBinding,
  type Quota,
  type QuotaFacts,
  quotaKey,
} from '@tessera/core/seats/rules.ts';

/** What someone who asks for seats now can expect; the answer of the server decides. */
export type Expectation = {
  confirmed: number;
  waiting: number;
  /** Position of the first seat that waits */
  position: number;
  /** Why seats wait: a limit, the size of the training, the wish to come only together, or the line before them */
  reason: 'quota' | 'full' | 'together' | 'line';
};

/**
 * Foretells how `asked` seats will be given.
 * @param quotaLeft how many more seats the limits leave now; null without a limit
 * @param isTogether whether all seats are wanted or none
 * @param isLineFirst whether whoever waits comes first although seats are free
 */
export function expectation(
  asked: number,
  {
    free,
    waitingCount,
    quotaLeft,
    isTogether = false,
    isLineFirst = false,
  }: {
    free: number;
    waitingCount: number;
    quotaLeft: number | null;
    isTogether?: boolean;
    isLineFirst?: boolean;
  },
): Expectation {
  const allowed = quotaLeft === null ? asked : Math.min(asked, quotaLeft);
  const fitting = Math.max(0, Math.min(allowed, free));
  const isBehind = isLineFirst && waitingCount > 0 && fitting > 0;
  const isSplit = isTogether && fitting < asked;
  const confirmed = isBehind || isSplit ? 0 : fitting;
  const isLimited = quotaLeft !== null && quotaLeft < Math.min(asked, free);
  const scarce = isLimited ? 'quota' : 'full';
  return {
    confirmed,
    waiting: asked - confirmed,
    position: waitingCount + 1,
    reason: isBehind ? 'line' : isSplit && fitting > 0 ? 'together' : scarce,
  };
}

export type Limits = {
  quotaPerInstitution: number | null;
  quotaReleaseAt: Date | null;
  quotas: readonly (Quota & { held: number })[];
  sessionLimits: readonly { id: string; capacity: number; held: number }[];
  now: Date;
};

/**
 * How many more seats the limits that bind leave; null when none does.
 * @param held how many seats the institution holds
 * @param facts what the quotas ask about the seats, and the half-days that they cover
 */
export function quotaLeft(
  training: Limits,
  held: number,
  facts: QuotaFacts & { sessionIds: readonly string[] },
): number | null {
  const { quotaPerInstitution, quotas, sessionLimits, now } = training;
  const left = quotas
    .filter((quota) => isBinding(quota, now) && quotaKey(quota.scope, facts) === quota.key)
    .map((quota) => quota.size - quota.held);
  for (const { id, capacity, held: covering } of sessionLimits)
    if (facts.sessionIds.length === 0 || facts.sessionIds.includes(id)) left.push(capacity - covering);
  if (quotaPerInstitution !== null && isQuotaBinding(training, now)) left.push(quotaPerInstitution - held);
  return left.length === 0 ? null : Math.max(0, Math.min(...left));
}
