/** The letters of Art. 6(1) GDPR. */
export const bases = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export type Basis = (typeof bases)[number];

/** The letters of Art. 9(2) GDPR. */
export const specialBases = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;
export type SpecialBasis = (typeof specialBases)[number];

/** What a network does with records about people, in the order of the register; the purpose is told once for each. */
export const activities = [
  'people',
  'trainings',
  'support',
  'attendance',
  'certificates',
  'evaluations',
  'mentoring',
  'initiatives',
  'concerns',
  'joining',
  'messages',
  'rights',
  'history',
] as const;
export type Activity = (typeof activities)[number];

/** Whose data an entry is about. */
export type Subjects = 'members' | 'participants' | 'mentors' | 'mentees' | 'applicants' | 'affected';

/** How far somebody reads: everything, of the own institution, what is their own or assigned to them, what is published. */
export const readerReaches = ['n', 'i', 'o', 's'] as const;
export type ReaderReach = (typeof readerReaches)[number];

/** Who gets something of it besides people with a role. */
export type Recipient = 'partners' | 'mail' | 'check';
