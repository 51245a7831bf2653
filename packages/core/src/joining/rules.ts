import { type MembershipMove, type MembershipState, membershipMovesFrom } from '../institutions/rules.ts';

export type ApplicationState = 'unconfirmed' | 'applied' | 'under_review' | 'admitted' | 'declined';

type Dated = { confirmedAt: Date | null; reviewedAt: Date | null; decision: string | null };

/** How an application stands; its moments are what is stored. */
export function applicationState({ confirmedAt, reviewedAt, decision }: Dated): ApplicationState {
  if (decision === 'admitted' || decision === 'declined') return decision;
  if (!confirmedAt) return 'unconfirmed';
  return reviewedAt ? 'under_review' : 'applied';
}

/** Whether a coordinator still has to decide. */
export function isOpen(application: Dated): boolean {
  return ['applied', 'under_review'].includes(applicationState(application));
}

/**
 * What an admission does to an institution of the register, by its membership here: it joins, stays as it is, or makes a
 * move. Null where the network has to end something else first.
 */
export function wayIn(stateHere: MembershipState | null): 'join' | 'stay' | MembershipMove | null {
  if (stateHere === null) return 'join';
  if (stateHere === 'active') return 'stay';
  const moves = membershipMovesFrom(stateHere);
  return (['admit', 'readmit'] as const).find((move) => moves.includes(move)) ?? null;
}
