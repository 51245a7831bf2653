import type { RecordArea } from '@tessera/db/subject.server.ts';
import type { Entity } from '../../permissions.ts';
import type { Module } from '../../settings/modules.ts';
import type { RetentionKind } from '../retention.ts';
import type { Activity, Basis, Recipient, SpecialBasis, Subjects } from './terms.ts';

/** Login and devices belong to the platform and to no network. */
type OfThePlatform =
  | 'person'
  | 'login'
  | 'sessions'
  | 'loginTokens'
  | 'secondStep'
  | 'recoveryCodes'
  | 'noticeChoices';
/** Areas about what somebody wrote that hold data about others, which no other area names. */
type AboutOthers = 'concernEntries' | 'templates';
export type RegisterArea = Exclude<RecordArea, OfThePlatform> | AboutOthers;

export type AreaTerms = {
  activity: Activity;
  subjects: Subjects;
  /** What is suggested; to be confirmed by the data protection officer of the network. */
  basis: Basis;
  specialBasis?: SpecialBasis;
  /** Where the matrix says who reads it; null where the person alone does. */
  entity: Entity | null;
  /** The module without which it is not kept. */
  module: Module | null;
  /** What ends its time; nothing where it stays until the person is forgotten or the network closes. */
  kinds: readonly RetentionKind[];
  recipients: readonly Recipient[];
};

type Changes = Partial<Omit<AreaTerms, 'activity'>>;
const as =
  (activity: Activity, usual: Omit<AreaTerms, 'activity' | 'recipients'>) =>
  (changes: Changes = {}): AreaTerms => ({ activity, recipients: [], ...usual, ...changes });

const people = as('people', {
  subjects: 'members',
  basis: 'e',
  entity: 'RoleAssignment',
  module: null,
  kinds: [],
});
const training = as('trainings', {
  subjects: 'participants',
  basis: 'e',
  entity: 'Registration',
  module: 'trainings',
  kinds: ['participants', 'attendance'],
});
const attendance = as('attendance', {
  subjects: 'participants',
  basis: 'e',
  entity: 'AttendanceRecord',
  module: 'trainings',
  kinds: ['attendance'],
});
const evaluation = as('evaluations', {
  subjects: 'participants',
  basis: 'e',
  entity: null,
  module: 'trainings',
  kinds: ['participants', 'attendance'],
});
const mentoring = as('mentoring', {
  subjects: 'mentees',
  basis: 'e',
  entity: 'MentoringRelation',
  module: 'mentoring',
  kinds: ['mentoring'],
});
const right = as('rights', {
  subjects: 'members',
  basis: 'c',
  entity: 'PrivacySetting',
  module: null,
  kinds: [],
});
const message = as('messages', {
  subjects: 'members',
  basis: 'e',
  entity: null,
  module: null,
  kinds: ['notices'],
});
const history = as('history', {
  subjects: 'members',
  basis: 'e',
  entity: 'AuditEntry',
  module: null,
  kinds: ['audit'],
});

/** What the register says of each kind of record, where a network decides nothing else. */
export const areaTerms: Record<RegisterArea, AreaTerms> = {
  roles: people(),
  capabilities: people(),
  deactivations: people(),
  prerequisites: people(),
  focalPointOf: people({ entity: 'Institution' }),
  ownAccounts: people({ entity: null }),
  invitations: people({ kinds: ['invitations'], recipients: ['mail'] }),

  participants: training({ recipients: ['partners'] }),
  seats: training({ recipients: ['partners'] }),
  registrations: training({ subjects: 'members', kinds: ['notes'], recipients: ['partners'] }),
  seatRequests: training({ kinds: ['invitations'], recipients: ['mail'] }),
  seatInvitations: training({ kinds: ['invitations'], recipients: ['mail'] }),
  participantForms: training(),
  answers: training({ entity: 'Answer', kinds: ['answers'] }),
  guestContacts: training({
    subjects: 'members',
    kinds: ['notes'],
    module: 'partners',
    recipients: ['partners'],
  }),
  trainer: training({ subjects: 'members', entity: 'TrainingEvent', kinds: [] }),

  support: as('support', {
    subjects: 'participants',
    basis: 'e',
    specialBasis: 'g',
    entity: 'SupportNeed',
    module: 'trainings',
    kinds: ['support'],
  })(),

  attendance: attendance(),
  marksChanged: attendance(),
  checkIns: attendance(),
  signatures: attendance({ kinds: ['evidence'] }),

  certificates: as('certificates', {
    subjects: 'participants',
    basis: 'e',
    entity: 'Certificate',
    module: 'certificates',
    kinds: ['certificates'],
  })({ recipients: ['check'] }),
  templates: as('certificates', {
    subjects: 'members',
    basis: 'e',
    entity: 'Certificate',
    module: 'certificates',
    kinds: [],
  })(),

  evaluationsAsked: evaluation(),
  evaluationsAnswered: evaluation(),

  mentorProfile: mentoring({ subjects: 'mentors', entity: 'MentorProfile', kinds: [] }),
  menteeProfile: mentoring({ entity: 'MenteeProfile' }),
  notSuggested: mentoring({ entity: 'MenteeProfile' }),
  mentored: mentoring(),
  goals: mentoring({ entity: 'Goal' }),
  goalReviews: mentoring({ entity: 'Goal' }),
  mentoringSessions: mentoring({ entity: 'SessionLog' }),
  mentoringAsks: mentoring(),
  risks: mentoring(),
  risksSet: mentoring({ subjects: 'mentors' }),
  agreementsSigned: mentoring(),
  approvals: mentoring(),
  approvalsRequested: mentoring({ subjects: 'mentors' }),
  mentoringSurveys: mentoring({ entity: 'MentoringCare' }),
  modulesAttended: mentoring({ entity: 'MenteeProfile' }),
  mentorNotes: mentoring({ subjects: 'mentors', entity: 'PrivateNote', kinds: ['mentor_notes'] }),
  mentorDrafts: mentoring({ subjects: 'mentors', entity: 'PrivateNote', kinds: ['mentor_notes'] }),
  supervised: mentoring({ subjects: 'mentors', entity: 'Supervision', kinds: ['supervision'] }),

  initiatives: as('initiatives', {
    subjects: 'mentees',
    basis: 'a',
    entity: 'Initiative',
    module: 'mentoring',
    kinds: ['mentoring'],
  })(),
  initiativeTasks: as('initiatives', {
    subjects: 'mentees',
    basis: 'e',
    entity: 'Initiative',
    module: 'mentoring',
    kinds: ['mentoring'],
  })(),

  concernEntries: as('concerns', {
    subjects: 'affected',
    basis: 'e',
    specialBasis: 'g',
    entity: 'SafeguardingConcern',
    module: 'mentoring',
    kinds: ['concerns'],
  })(),

  applications: as('joining', {
    subjects: 'applicants',
    basis: 'e',
    entity: 'Membership',
    module: 'joining',
    kinds: ['invitations'],
  })({ recipients: ['mail'] }),

  messages: message({ entity: 'Message', kinds: ['messages'], recipients: ['mail'] }),
  notices: message(),

  consents: right({ entity: 'ConsentRecord', kinds: ['consents'] }),
  accesses: right({ entity: 'ConfidentialAccess' }),
  erasures: right(),
  holds: right(),

  history: history(),
  toldOf: history(),
};

export const registerAreas = Object.keys(areaTerms) as RegisterArea[];

export function isRegisterArea(area: string): area is RegisterArea {
  return Object.hasOwn(areaTerms, area);
}
