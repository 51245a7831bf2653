/** What happens to networks as such: their card, their settings, their place in the tree, their partners. */
export const networkEvents = [
  'card.changed',
  'card.opened',
  'card.suspended',
  'card.reactivated',
  'settings.changed',
  'link.proposed',
  'link.declined',
  'link.withdrawn',
  'link.changed',
  'link.revoked',
  'move.requested',
  'move.declined',
  'move.withdrawn',
  'move.moved',
  'move.joined',
  'move.left',
] as const;
export type NetworkEvent = (typeof networkEvents)[number];
