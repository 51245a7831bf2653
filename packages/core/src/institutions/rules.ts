import type { cardStates, membershipStates } from './terms.ts';

export type MembershipState = (typeof membershipStates)[number];
export type CardState = (typeof cardStates)[number];

const membershipMoves = {
  review: { from: ['invited', 'applied'], to: 'under_review' },
  admit: { from: ['invited', 'applied', 'under_review'], to: 'active' },
  decline: { from: ['invited', 'applied', 'under_review'], to: 'left' },
  suspend: { from: ['active'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'active' },
  leave: { from: ['active', 'suspended'], to: 'left' },
  readmit: { from: ['left'], to: 'active' },
} as const satisfies Record<string, { from: readonly MembershipState[]; to: MembershipState }>;

const cardMoves = {
  verify: { from: ['draft'], to: 'verified' },
  deactivate: { from: ['draft', 'verified'], to: 'inactive' },
  reactivate: { from: ['inactive'], to: 'draft' },
} as const satisfies Record<string, { from: readonly CardState[]; to: CardState }>;

export type MembershipMove = keyof typeof membershipMoves;
export type CardMove = keyof typeof cardMoves;

/** The state of a membership after a move, or null when it is not possible from here (domain states 2.4). */
export function membershipAfter(state: MembershipState, move: MembershipMove): MembershipState | null {
  const { from, to } = membershipMoves[move];
  return (from as readonly MembershipState[]).includes(state) ? to : null;
}

/** The moves that are possible from a state, for the buttons of a page. */
export function membershipMovesFrom(state: MembershipState): MembershipMove[] {
  return (Object.keys(membershipMoves) as MembershipMove[]).filter((move) => membershipAfter(state, move));
}

/** The state that a move of a membership leads to. */
export function targetOf(move: MembershipMove): MembershipState {
  return membershipMoves[move].to;
}

/** The state of a card after a move, or null when it is not possible from here. */
export function cardAfter(state: CardState, move: CardMove): CardState | null {
  const { from, to } = cardMoves[move];
  return (from as readonly CardState[]).includes(state) ? to : null;
}

/** The moves of a card that are possible from a state. */
export function cardMovesFrom(state: CardState): CardMove[] {
  return (Object.keys(cardMoves) as CardMove[]).filter((move) => cardAfter(state, move));
}
