/** Purposes that Tessera itself acts on; a network may add its own. */
export const builtinPurposes = ['name_on_certificate', 'public_listing'] as const;
export type BuiltinPurpose = (typeof builtinPurposes)[number];

export function isBuiltinPurpose(purpose: string): purpose is BuiltinPurpose {
  return (builtinPurposes as readonly string[]).includes(purpose);
}

export const consentStates = ['requested', 'given', 'refused', 'withdrawn', 'expired'] as const;
export type ConsentState = (typeof consentStates)[number];
export type ConsentMove = 'give' | 'refuse' | 'withdraw' | 'expire';

const moves: Record<ConsentMove, { from: readonly ConsentState[]; to: ConsentState }> = {
  give: { from: ['requested'], to: 'given' },
  refuse: { from: ['requested'], to: 'refused' },
  withdraw: { from: ['given'], to: 'withdrawn' },
  expire: { from: ['given'], to: 'expired' },
};

/** The state after a move, or null where the move is not possible. */
export function consentAfter(state: ConsentState, move: ConsentMove): ConsentState | null {
  const { from, to } = moves[move];
  return from.includes(state) ? to : null;
}

/** From this many days before its end on, a consent can be given anew. */
export const renewalDays = 30;

/** Until when an answer holds that is given now; null until it is taken back. */
export function consentEnd(now: Date, months: number | null): Date | null {
  if (months === null) return null;
  const end = new Date(now);
  end.setUTCMonth(end.getUTCMonth() + months);
  // The 31st of a month that has none is its last day.
  if (end.getUTCDate() !== now.getUTCDate()) end.setUTCDate(0);
  return end;
}

/** Whether a consent in force ends so soon that giving it anew begins a new period. */
export function isEnding(expiresAt: Date | null, now: Date): boolean {
  return expiresAt !== null && expiresAt.getTime() <= now.getTime() + renewalDays * 86_400_000;
}
