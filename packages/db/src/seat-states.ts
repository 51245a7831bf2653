/** Every state of a seat: what it means for who asked, and whether the seat counts as taken. */
export const seatStates = {
  // Asked for where the organiser decides: with a seat that is held until then, or without one.
  pending: { class: 'pending', counts: true },
  requested: { class: 'pending', counts: false },
  confirmed: { class: 'positive', counts: true },
  offered: { class: 'pending', counts: true },
  waiting: { class: 'waiting', counts: false },
  lapsed: { class: 'negative', counts: false },
  cancelled: { class: 'negative', counts: false },
  rejected: { class: 'negative', counts: false },
} as const;

export type SeatState = keyof typeof seatStates;

const all = Object.keys(seatStates) as SeatState[];

/** States in which a seat is taken. */
export const heldStates = all.filter((state) => seatStates[state].counts);
/** States in which the organiser has not decided yet. */
export const undecidedStates = ['pending', 'requested'] as const satisfies readonly SeatState[];
/** States in which a seat is taken or may still become so. */
export const livingStates = all.filter((state) => seatStates[state].class !== 'negative');

/** Whether a seat is taken. */
export function isHeld(seat: { state: string }): boolean {
  return (heldStates as string[]).includes(seat.state);
}

/** Whether a seat is taken or may still become so. */
export function isLiving(seat: { state: string }): boolean {
  return (livingStates as string[]).includes(seat.state);
}

/** Whether the organiser has not decided on a seat yet. */
export function isUndecided(seat: { state: string }): boolean {
  return (undecidedStates as readonly string[]).includes(seat.state);
}

/** States as a list of SQL texts, `'confirmed', 'offered'`. */
export function sqlStates(states: readonly SeatState[]): string {
  return states.map((state) => `'${state}'`).join(', ');
}
