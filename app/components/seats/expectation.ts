import { isQuotaBinding } from '@tessera/core/seats/rules.ts';

/** What someone who asks for seats now can expect; the answer of the server decides. */
export type Expectation = {
  confirmed: number;
  waiting: number;
  /** Position of the first seat that waits */
  position: number;
  /** Whether the limit of the institution keeps seats from being confirmed, and not the size of the training */
  isLimited: boolean;
};

/**
 * Foretells how `asked` seats will be given.
 * @param quotaLeft how many more seats the institution may hold now; null without a limit
 */
export function expectation(
  asked: number,
  { free, waitingCount, quotaLeft }: { free: number; waitingCount: number; quotaLeft: number | null },
): Expectation {
  const allowed = quotaLeft === null ? asked : Math.min(asked, quotaLeft);
  const confirmed = Math.max(0, Math.min(allowed, free));
  return {
    confirmed,
    waiting: asked - confirmed,
    position: waitingCount + 1,
    isLimited: quotaLeft !== null && quotaLeft < Math.min(asked, free),
  };
}

/** How many more seats an institution may hold now; null when no limit binds. */
export function quotaLeft(
  training: { quotaPerInstitution: number | null; quotaReleaseAt: Date | null; now: Date },
  held: number,
): number | null {
  const { quotaPerInstitution, now } = training;
  if (quotaPerInstitution === null || !isQuotaBinding(training, now)) return null;
  return Math.max(0, quotaPerInstitution - held);
}
