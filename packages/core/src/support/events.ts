/** What can happen to what people need in order to take part; its words are in the area `registration`. */
export const supportEvents = ['support.asked', 'support.removed', 'support.met'] as const;
export type SupportEventKind = (typeof supportEvents)[number];

export function isSupportEvent(kind: string): kind is SupportEventKind {
  return (supportEvents as readonly string[]).includes(kind);
}
