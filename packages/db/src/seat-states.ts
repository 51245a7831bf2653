/** Every state of a seat: what it means for who asked, and whether the seat counts as taken. */
export const seatStates = {
  confirmed: { class: 'positive', counts: true },
  offered: { class: 'pending', counts: true },
  waiting: { class: 'waiting', counts: false },
  lapsed: { class: 'negative', counts: false },
  cancelled: { class: 'negative', counts: false },
} as const;

export type SeatState = keyof typeof seatStates;

const all = Object.keys(seatStates) as SeatState[];

/** States in which a seat is taken. */
export const heldStates = all.filter((state) => seatStates[state].counts);
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

/** States as a list of SQL texts, `'confirmed', 'offered'`. */
export function sqlStates(states: readonly SeatState[]): string {
  return states.map((state) => `'${state}'`).join(', ');
}
