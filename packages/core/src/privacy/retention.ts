/** Kinds of data whose time ends by itself, in the order of the board. */
export const retentionKinds = [
  'participants',
  'attendance',
  'evidence',
  'certificates',
  'notes',
  'evaluation_texts',
  'support',
  'answers',
  'mentoring',
  'mentor_notes',
  'concerns',
  'supervision',
  'invitations',
  'messages',
  'notices',
  'consents',
  'audit',
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/**
 * Usual periods in months, where a network names no other; to be confirmed by its data protection officer. Attendance
 * and its proofs count from the end of the year in which its phase ended, as European funds ask for. A month of support needs and of answers has 30 days.
 */
export const usualMonths: Record<RetentionKind, number> = {
  participants: 24,
  attendance: 60,
  evidence: 60,
  certificates: 120,
  notes: 12,
  evaluation_texts: 24,
  support: 1,
  answers: 1,
  mentoring: 24,
  mentor_notes: 6,
  concerns: 24,
  supervision: 24,
  invitations: 6,
  messages: 12,
  notices: 12,
  consents: 36,
  audit: 72,
};

/** Due this long, and a night has failed. */
export const overdueDays = 2;
