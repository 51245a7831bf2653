/** What happens while a network closes; their words are in the area `closing`. They stay when the network is gone. */
export const closingEvents = [
  'closing.asked',
  'closing.confirmed',
  'closing.package_asked',
  'closing.package_made',
  'closing.half_shown',
  'closing.downloaded',
  'closing.withdrawn',
  'closing.begun',
  'closing.closed',
] as const;
export type ClosingEvent = (typeof closingEvents)[number];

export function isClosingEvent(kind: string): kind is ClosingEvent {
  return (closingEvents as readonly string[]).includes(kind);
}
