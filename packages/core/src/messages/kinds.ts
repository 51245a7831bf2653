/** The kinds of mails that a network sends. Codes and resets are the platform's own. */
export const messageKinds = [
  'seats-registered',
  'seat-request',
  'seat-invitation',
  'seat-decided',
  'seat-asked-again',
  'seat-promoted',
  'seat-offered',
  'seat-lapsed',
  'seat-cancelled',
  'training-cancelled',
  'training-postponed',
  'training-rescheduled',
  'proposal-sent-back',
  'training-reminder',
  'training-follow-up',
  'presence-asked',
  'certificate-issued',
  'evaluation-asked',
  'evaluation-reminder',
  'access-notice',
  'closing-notice',
  'concern-notice',
  'care-notice',
  'care-week',
  'survey-asked',
  'mentoring-proposed',
  'ask-notice',
  'approval-notice',
  'supervision-notice',
  'resource-due',
  'link-broken',
  'file-infected',
  'machine-stopped',
  'own-account-linked',
  'invitation',
  'application-request',
  'application-received',
  'application-declined',
  'digest',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** How a mail stands; `open` are those that wait or are being sent. */
export const messageStates = ['open', 'sent', 'uncertain', 'failed'] as const;

/** What something is to who is told of it. The last two always come by mail. */
export const topics = ['own', 'institution', 'organised', 'mentoring', 'invitations', 'security'] as const;
/** What a person can choose about. */
export const freeTopics = ['own', 'institution', 'organised', 'mentoring'] as const;
/** `digest`: among the notices at once, and by mail once a day. */
export const channels = ['mail', 'digest', 'in_app'] as const;
export type Channel = (typeof channels)[number];
export type Topic = (typeof topics)[number];
