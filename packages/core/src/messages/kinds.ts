/** The kinds of mails that a network sends. Codes and resets are the platform's own. */
export const messageKinds = [
  'seats-registered',
  'seat-promoted',
  'seat-offered',
  'seat-lapsed',
  'seat-cancelled',
  'training-cancelled',
  'training-rescheduled',
  'certificate-issued',
  'access-notice',
  'invitation',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** How a mail stands; `open` are those that wait or are being sent. */
export const messageStates = ['open', 'sent', 'uncertain', 'failed'] as const;
