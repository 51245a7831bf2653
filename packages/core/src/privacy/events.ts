/** What can happen with people's data besides what they come for; their words are in the area `privacy`. */
export const privacyEvents = [
  'record.read',
  'consent.given',
  'consent.refused',
  'consent.withdrawn',
  'consent.expired',
  'consent.worded',
  'access.requested',
  'access.approved',
  'access.refused',
  'access.used',
  'retention.changed',
  'retention.tried',
  'retention.purged',
  'processing.decided',
  'erasure.requested',
  'erasure.withdrawn',
  'erasure.done',
  'hold.set',
  'hold.lifted',
  'data.downloaded',
] as const;
export type PrivacyEventKind = (typeof privacyEvents)[number];

export function isPrivacyEvent(kind: string): kind is PrivacyEventKind {
  return (privacyEvents as readonly string[]).includes(kind);
}
