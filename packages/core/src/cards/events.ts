/** What can happen to a card; its words are in the area `cards`. */
export const cardEvents = [
  'card.created',
  'card.changed',
  'card.choices_set',
  'card.moved',
  'card.text_written',
  'card.text_reviewed',
  'card.text_approved',
  'card.text_rejected',
  'card.tested',
  'card.recorded',
  'card.recording_confirmed',
  'card.recording_removed',
] as const;
export type CardEventKind = (typeof cardEvents)[number];

export function isCardEvent(kind: string): kind is CardEventKind {
  return (cardEvents as readonly string[]).includes(kind);
}
