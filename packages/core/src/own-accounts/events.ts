/** What can happen to accounts of institutions; their words are in the area `accounts`. */
export const ownAccountEvents = [
  'own_account.connected',
  'own_account.changed',
  'own_account.switched_off',
  'own_account.switched_on',
  'own_account.removed',
  'own_account.linked',
  'own_account.unlinked',
] as const;
export type OwnAccountEventKind = (typeof ownAccountEvents)[number];

export function isOwnAccountEvent(kind: string): kind is OwnAccountEventKind {
  return (ownAccountEvents as readonly string[]).includes(kind);
}
