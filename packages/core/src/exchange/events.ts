/** What happens where institutions of several networks come together; its words are in the area `exchange`. */
export const exchangeEvents = ['seats.registered_away', 'seat.changed_away', 'takeaway.recorded'] as const;
export type ExchangeEvent = (typeof exchangeEvents)[number];

export function isExchangeEvent(kind: string): kind is ExchangeEvent {
  return (exchangeEvents as readonly string[]).includes(kind);
}
