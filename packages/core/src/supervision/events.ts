/** What can happen in supervision; its words are in the area `supervision`. */
export const supervisionEvents = [
  'supervision.planned',
  'supervision.held',
  'supervision.changed',
  'supervision.cancelled',
  'supervision.near',
] as const;
export type SupervisionEventKind = (typeof supervisionEvents)[number];

export function isSupervisionEvent(kind: string): kind is SupervisionEventKind {
  return (supervisionEvents as readonly string[]).includes(kind);
}
