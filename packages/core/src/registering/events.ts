/** What can happen to the ways in which one registers; its words are in the area `registering`. */
export const registeringEvents = [
  'training.ways_changed',
  'training.link_renewed',
  'training.forms_received',
  'seat.requested',
  'seat_invitation.sent',
  'seat_invitation.answered',
  'seat_invitation.revoked',
  'seat.approved',
  'seat.rejected',
  'seat.asked_again',
] as const;
export type RegisteringEventKind = (typeof registeringEvents)[number];

export function isRegisteringEvent(kind: string): kind is RegisteringEventKind {
  return (registeringEvents as readonly string[]).includes(kind);
}
