/** What can happen around a registration besides its seats; their words are in the area `registration`. */
export const registrationEvents = ['support.asked', 'support.removed', 'support.met'] as const;
export type RegistrationEventKind = (typeof registrationEvents)[number];

export function isRegistrationEvent(kind: string): kind is RegistrationEventKind {
  return (registrationEvents as readonly string[]).includes(kind);
}
