/** The nine roles of a network. */
export const roles = [
  'platform_admin',
  'coordinator',
  'institution_manager',
  'trainer',
  'mentor',
  'community_leader',
  'outreach_adviser',
  'volunteer',
  'viewer',
] as const;
export type Role = (typeof roles)[number];

/** Capabilities are added to a role, for a time; those of the second list are for one language: `interpreter:ar`. */
export const plainCapabilities = [
  'legal_reviewer',
  'case_worker',
  'safeguarding_lead',
  'data_protection_officer',
  'finance_viewer',
  'good_practice_admin',
] as const;
export const languageCapabilities = ['translation_verifier', 'interpreter', 'group_leader'] as const;
export type CapabilityKind = (typeof plainCapabilities)[number] | (typeof languageCapabilities)[number];

/** One grant of a cell: its letters, how far they reach, and the capability that it asks for. */
type MatrixGrant = { letters: string; reach: string; needs: string | undefined };

/**
 * Who may do what, one cell per entity and role. Letters: C create, R read, U update, D delete, A approve or move on,
 * X export. After them the reach: n whole network, i own institution, o own or assigned, d sub-networks, s shared or
 * public, g aggregates only; no reach letter means every network (the operator). Several grants are parted by a blank.
 * A grant with a colon asks for the capability behind it; "account" is the operator's own function and no role of a
 * network has it.
 */
const matrix = {
  Network: row('CRUA', 'RUn Rd An', 'Rn', 'Rn', 'Rn', 'Rn', 'Rn', 'Rs', 'Rs'),
  Phase: row('R', 'CRUDXn', 'Rn:finance_viewer', '', '', '', 'Rn:finance_viewer', '', 'Rn'),
  Institution: row('R', 'CRUDAn', 'RUi Rn', 'Rn', 'Rn', 'Rs', 'Rn', 'Rs', 'Rs'),
  Membership: row('R', 'CRUAXn', 'CRi', '', '', '', 'Rn', '', 'Rg'),
  RoleAssignment: row('CRU:account', 'CRUAXn', 'CRUi', 'Ro', 'Ro', 'Ro', 'Ro', 'Ro', ''),
  TrainingEvent: row('R', 'CRUDAn', 'Rn Cn', 'RUo Rn', 'Rn', 'Rs', 'Rn', 'Rs', 'Rs'),
  Registration: row('', 'CRUAXn', 'CRUDi', 'Ro', 'CRo', 'CRo', 'CRo', 'CRo', 'Rg'),
  Takeaway: row('', 'RXn', 'CRi', '', '', '', '', '', ''),
  SupportNeed: row('', 'CRUAn', 'CRUi', 'Ro', 'CRUo', 'CRUo', 'CRUo', 'CRUo', 'Rg'),
  // Answers to the questions of an event; A opens those that lie sealed.
  Answer: row('', 'RUAXn', 'RUi', 'Ro', 'RUo', 'RUo', 'RUo', 'RUo', ''),
  AttendanceRecord: row('', 'CRUAXn', 'Ri', 'CRUo', 'Ro', 'Ro', 'Ro', 'Ro', 'Rg'),
  HeadCount: row('', 'RUXn', '', 'RUo', '', '', '', '', ''),
  // Figures over many sessions, in which nobody is named.
  HeadCountSummary: row('', 'Rn', 'Rn', 'Rn', 'Rn', '', '', '', 'Rn'),
  Certificate: row('', 'CRAXn', 'Ri', 'Ro', 'Ro', 'Ro', 'Ro', 'Ro', 'Rg'),
  EvaluationForm: row('', 'CRUAn', '', 'CRo', '', '', '', '', ''),
  // Answers are anonymous: what is read of them are figures, of one training or over many.
  EvaluationResult: row('', 'RXn', '', 'RXo', '', '', '', '', ''),
  EvaluationSummary: row('', 'Rn', 'Rn', 'Rn', '', '', '', '', 'Rn'),
  MentoringProgramme: row('', 'CRUDAn', 'Rn', 'Rn', 'Ro', 'Ro', '', '', 'Rg'),
  MentorProfile: row('', 'CRUAn', 'CRi', '', 'RUo', 'RUo', '', '', 'Rg'),
  MenteeProfile: row('', 'CRUAn', 'CRi', '', 'RUo', 'RUo', '', '', 'Rg'),
  MentoringRelation: row('', 'CRUAn', '', '', 'RUo', 'RUo', '', '', 'Rg'),
  Goal: row('', 'Rg', '', '', 'CRUo', 'CRUo', '', '', 'Rg'),
  SessionLog: row('', 'Rg', '', '', 'CRUo', 'CRo', '', '', 'Rg'),
  PrivateNote: row('', '', '', '', 'CRUo', '', '', '', ''),
  Initiative: row('', 'CRUAn', 'Rs', '', 'RUo', 'CRUo', '', 'Rs', 'Rs'),
  Resource: row('R', 'CRUDAn', 'CRUi Rn', 'CRo Rn', 'Rn', 'Rs', 'CRn', 'Rs', 'Rs'),
  // What is meant by g above: figures of programmes, never one relation.
  MentoringSummary: row('', 'Rn', '', '', '', '', '', '', 'Rn'),
  // Everybody may raise one and see how far it is; what it says is the leads' alone, and no coordinator is one by the role.
  SafeguardingConcern: row(
    '',
    'CRo RAn:safeguarding_lead',
    'CRo RAn:safeguarding_lead',
    'CRo RAn:safeguarding_lead',
    'CRo RAn:safeguarding_lead',
    'CRo RAn:safeguarding_lead',
    'CRo RAn:safeguarding_lead',
    'CRo RAn:safeguarding_lead',
    '',
  ),
  // What stands still, and what the coordinator asks about it; never a word that was said.
  MentoringCare: row('', 'CRUAn', '', '', 'RUo', '', '', '', ''),
  // Meetings of mentors about their work; what they were about is for those who were there and who led them.
  Supervision: row('', 'CRUn', '', '', 'Ro', '', '', '', ''),
  // How many there are, and whether they wait.
  SafeguardingSummary: row('', 'Rn', '', '', '', '', '', '', ''),
  CommunicationCard: row('R', 'CRUDAn', 'CRn', 'Rs', 'Rs', 'Rs', 'Rs', 'Rs', 'Rs'),
  // Whoever translates reads all texts; who is a verifier of a language judges those of it.
  CardTranslation: row(
    '',
    'RAn',
    'CRn An:translation_verifier',
    '',
    'CRn An:translation_verifier',
    'CRn An:translation_verifier',
    'CRn An:translation_verifier',
    'CRn An:translation_verifier',
    'Rs',
  ),
  // Who is a translator of a language writes in that language what members read already; the words of drafts stay with their noun.
  Translation: row(
    '',
    'RUn',
    'RUn:translation_verifier',
    'RUn:translation_verifier',
    'RUn:translation_verifier',
    'RUn:translation_verifier',
    'RUn:translation_verifier',
    'RUn:translation_verifier',
    '',
  ),
  ConsentRecord: row('', 'Rn', 'Ri', 'Ro', 'CRo', 'CRUo', 'CRo', 'CRUo', ''),
  PrivacySetting: row('', 'RUAn', '', '', '', '', '', '', ''),
  ConfidentialAccess: row(
    '',
    'CRAn',
    'RAn:data_protection_officer',
    'RAn:data_protection_officer',
    'RAn:data_protection_officer',
    'RAn:data_protection_officer',
    'RAn:data_protection_officer',
    'RAn:data_protection_officer',
    'RAn:data_protection_officer',
  ),
  Message: row('', 'RUn', '', '', '', '', '', '', ''),
  AuditEntry: row('R', 'Rn', 'Ri', '', 'Ro', 'Ro', 'Ro', 'Ro', ''),
} as const satisfies Record<string, Record<Role, readonly MatrixGrant[]>>;

export type Entity = keyof typeof matrix;
export type Letter = 'C' | 'R' | 'U' | 'D' | 'A' | 'X';

/** Each permission is one letter on one entity; nobody grants anything beside the matrix. */
const permissions = {
  'network.read': ['Network', 'R'],
  'network.edit': ['Network', 'U'],
  'network.share': ['Network', 'A'],
  'network.close': ['Network', 'A'],
  'phase.read': ['Phase', 'R'],
  'phase.create': ['Phase', 'C'],
  'phase.edit': ['Phase', 'U'],
  'phase.remove': ['Phase', 'D'],
  'institution.read': ['Institution', 'R'],
  'institution.create': ['Institution', 'C'],
  'institution.edit': ['Institution', 'U'],
  'institution.verify': ['Institution', 'A'],
  'institution.merge': ['Institution', 'D'],
  'membership.read': ['Membership', 'R'],
  'membership.edit': ['Membership', 'U'],
  'membership.move': ['Membership', 'A'],
  'membership.export': ['Membership', 'X'],
  'person.read': ['RoleAssignment', 'R'],
  'person.invite': ['RoleAssignment', 'C'],
  'person.edit': ['RoleAssignment', 'U'],
  'person.require': ['RoleAssignment', 'A'],
  // Files of institutions and people come in through the coordinator alone.
  'person.import': ['RoleAssignment', 'A'],
  'person.export': ['RoleAssignment', 'X'],
  'training.read': ['TrainingEvent', 'R'],
  'training.propose': ['TrainingEvent', 'C'],
  'training.edit': ['TrainingEvent', 'U'],
  'training.publish': ['TrainingEvent', 'A'],
  'registration.create': ['Registration', 'C'],
  'registration.read': ['Registration', 'R'],
  'registration.cancel': ['Registration', 'U'],
  'registration.manage': ['Registration', 'A'],
  'registration.export': ['Registration', 'X'],
  // What institutions take home from an exchange event.
  'takeaway.read': ['Takeaway', 'R'],
  'takeaway.record': ['Takeaway', 'C'],
  'takeaway.export': ['Takeaway', 'X'],
  'support.read': ['SupportNeed', 'R'],
  'support.ask': ['SupportNeed', 'C'],
  'support.remove': ['SupportNeed', 'U'],
  'support.meet': ['SupportNeed', 'A'],
  'answer.read': ['Answer', 'R'],
  'answer.give': ['Answer', 'U'],
  'answer.open': ['Answer', 'A'],
  'answer.export': ['Answer', 'X'],
  'attendance.read': ['AttendanceRecord', 'R'],
  'attendance.mark': ['AttendanceRecord', 'U'],
  'attendance.walk_in': ['AttendanceRecord', 'C'],
  'attendance.reopen': ['AttendanceRecord', 'A'],
  'attendance.export': ['AttendanceRecord', 'X'],
  'headcount.record': ['HeadCount', 'U'],
  'headcount.export': ['HeadCount', 'X'],
  'headcount.report': ['HeadCountSummary', 'R'],
  'certificate.read': ['Certificate', 'R'],
  'certificate.issue': ['Certificate', 'C'],
  'certificate.revoke': ['Certificate', 'A'],
  'certificate.export': ['Certificate', 'X'],
  // What a training asks; its trainers decide on their own ones, the forms and the closing are the coordinator's.
  'evaluation.plan': ['EvaluationForm', 'C'],
  'evaluation.edit': ['EvaluationForm', 'U'],
  'evaluation.close': ['EvaluationForm', 'A'],
  'evaluation.results': ['EvaluationResult', 'R'],
  'evaluation.export': ['EvaluationResult', 'X'],
  'evaluation.summary': ['EvaluationSummary', 'R'],
  'programme.read': ['MentoringProgramme', 'R'],
  'programme.create': ['MentoringProgramme', 'C'],
  'programme.edit': ['MentoringProgramme', 'U'],
  'programme.move': ['MentoringProgramme', 'A'],
  'mentor.read': ['MentorProfile', 'R'],
  'mentor.add': ['MentorProfile', 'C'],
  'mentor.edit': ['MentorProfile', 'U'],
  'mentor.move': ['MentorProfile', 'A'],
  'mentee.read': ['MenteeProfile', 'R'],
  // Who nominates somebody also answers for them while they have no login.
  'mentee.add': ['MenteeProfile', 'C'],
  'mentee.edit': ['MenteeProfile', 'U'],
  'mentee.move': ['MenteeProfile', 'A'],
  'relation.propose': ['MentoringRelation', 'C'],
  'relation.answer': ['MentoringRelation', 'U'],
  'relation.move': ['MentoringRelation', 'A'],
  'goal.read': ['Goal', 'R'],
  'goal.set': ['Goal', 'C'],
  'goal.review': ['Goal', 'U'],
  'session.log': ['SessionLog', 'C'],
  'session.edit': ['SessionLog', 'U'],
  'note.write': ['PrivateNote', 'C'],
  'initiative.read': ['Initiative', 'R'],
  'initiative.begin': ['Initiative', 'C'],
  'initiative.edit': ['Initiative', 'U'],
  // Plans are approved, and stories published.
  'initiative.decide': ['Initiative', 'A'],
  'resource.read': ['Resource', 'R'],
  // Whoever began one writes it as long as it is a draft.
  'resource.create': ['Resource', 'C'],
  'resource.edit': ['Resource', 'U'],
  // Resources are reviewed, published, archived and shared with partners.
  'resource.decide': ['Resource', 'A'],
  'mentoring.summary': ['MentoringSummary', 'R'],
  'concern.raise': ['SafeguardingConcern', 'C'],
  'concern.read': ['SafeguardingConcern', 'R'],
  'concern.move': ['SafeguardingConcern', 'A'],
  'concern.summary': ['SafeguardingSummary', 'R'],
  'care.read': ['MentoringCare', 'R'],
  'care.ask': ['MentoringCare', 'C'],
  'care.answer': ['MentoringCare', 'U'],
  'care.manage': ['MentoringCare', 'A'],
  'supervision.read': ['Supervision', 'R'],
  'supervision.plan': ['Supervision', 'C'],
  'supervision.write': ['Supervision', 'U'],
  'card.read': ['CommunicationCard', 'R'],
  'card.create': ['CommunicationCard', 'C'],
  'card.edit': ['CommunicationCard', 'U'],
  // Publishing a card and taking it back.
  'card.move': ['CommunicationCard', 'A'],
  'card_text.read': ['CardTranslation', 'R'],
  'card_text.write': ['CardTranslation', 'C'],
  'card_text.verify': ['CardTranslation', 'A'],
  'translation.read': ['Translation', 'R'],
  'translation.write': ['Translation', 'U'],
  'consent.read': ['ConsentRecord', 'R'],
  'consent.record': ['ConsentRecord', 'C'],
  'privacy.read': ['PrivacySetting', 'R'],
  'privacy.manage': ['PrivacySetting', 'U'],
  'privacy.decide': ['PrivacySetting', 'A'],
  // Who asks to look behind the glass, and who else decides on it.
  'access.read': ['ConfidentialAccess', 'R'],
  'access.ask': ['ConfidentialAccess', 'C'],
  'access.decide': ['ConfidentialAccess', 'A'],
  'message.read': ['Message', 'R'],
  'message.resend': ['Message', 'U'],
  'audit.read': ['AuditEntry', 'R'],
} as const satisfies Record<string, readonly [Entity, Letter]>;

export type Permission = keyof typeof permissions;
export const allPermissions = Object.keys(permissions) as Permission[];

/** The kinds of objects that a role can be held for, and what such a role then opens of them. */
const objectLetters = {
  training: {
    TrainingEvent: 'RUA',
    Registration: 'RA',
    SupportNeed: 'RA',
    Answer: 'RAX',
    AttendanceRecord: 'CRUAX',
    HeadCount: 'U',
    Certificate: 'CRAX',
    EvaluationForm: 'CRA',
    EvaluationResult: 'RX',
  },
} as const satisfies Record<string, Partial<Record<Entity, string>>>;
export type ObjectKind = keyof typeof objectLetters;

/** What everyone who holds a role for one object reads of the network around it, as a visitor does. */
const aroundObjects: readonly Entity[] = ['Network', 'TrainingEvent', 'Institution'];

/** A role of one person in one network: for the whole network, for one institution, or for one object alone. */
export type Grant = {
  role: Role;
  institutionId: string | null;
  object?: { kind: ObjectKind; id: string } | null;
  /** Those that are valid now. */
  capabilities?: readonly string[];
};

/** How far a permission reaches: the widest of all grants. */
export type Reach =
  | { kind: 'network' }
  | { kind: 'institutions'; institutionIds: string[] }
  | { kind: 'own' }
  | { kind: 'shared' }
  | { kind: 'objects'; objectIds: string[] }
  | { kind: 'none' };

/** One cell of the matrix, taken apart: the reach letters that hold for a letter, for someone with these capabilities. */
export function cell(
  entity: Entity,
  role: Role,
  letter: Letter,
  capabilities: readonly string[] = [],
): string[] {
  return grantsIn(entity, role)
    .filter(({ letters, needs }) => letters.includes(letter) && (!needs || holds(capabilities, needs)))
    .map(({ reach }) => reach || '*');
}

// One that is for a language is held with any of its languages; which ones they are, the verb asks.
function holds(capabilities: readonly string[], needed: string): boolean {
  return capabilities.some((one) => one === needed || one.startsWith(`${needed}:`));
}

/** The languages for which somebody holds a capability: of `translation_verifier:ar`, `ar`. */
export function languagesOf(grants: readonly Grant[], kind: (typeof languageCapabilities)[number]): string[] {
  const held = grants.flatMap(({ capabilities = [] }) => [...capabilities]);
  return held.filter((one) => one.startsWith(`${kind}:`)).map((one) => one.slice(kind.length + 1));
}

/** A whole cell as data: its letters, its reach, and the capability that it asks for. */
export function grantsIn(entity: Entity, role: Role): readonly MatrixGrant[] {
  return matrix[entity][role];
}

export function entityAndLetter(permission: Permission): readonly [Entity, Letter] {
  return permissions[permission];
}

/** How far `permission` reaches for someone who holds `grants` in a network. */
export function reachOf(grants: readonly Grant[], permission: Permission): Reach {
  const [entity, letter] = permissions[permission];
  const institutionIds = new Set<string>();
  let isOwn = false;
  let isShared = false;
  for (const grant of grants) {
    const reaches = cell(entity, grant.role, letter, grant.capabilities);
    if (grant.object) {
      isShared ||= letter === 'R' && aroundObjects.includes(entity);
      continue;
    }
    for (const reach of reaches) {
      if (reach === '*' || reach === 'n') return { kind: 'network' };
      if (reach === 'i' && grant.institutionId) institutionIds.add(grant.institutionId);
      if (reach === 'o') isOwn = true;
      if (reach === 's') isShared = true;
    }
  }
  if (institutionIds.size > 0) return { kind: 'institutions', institutionIds: [...institutionIds] };
  if (isOwn) return { kind: 'own' };
  if (isShared) return { kind: 'shared' };
  const objectIds = objectsOf(grants, permission);
  return objectIds.length > 0 ? { kind: 'objects', objectIds } : { kind: 'none' };
}

const wideOf = new Map<string, readonly Permission[]>();

/**
 * What somebody who holds `grants` may do beyond single objects. Every page of a member asks for it, and few members differ in
 * what they hold.
 */
export function widePermissions(grants: readonly Grant[]): readonly Permission[] {
  const key = JSON.stringify(grants);
  let wide = wideOf.get(key);
  if (!wide) {
    wide = allPermissions.filter(
      (permission) => !['none', 'objects'].includes(reachOf(grants, permission).kind),
    );
    if (wideOf.size >= 1000) wideOf.clear();
    wideOf.set(key, wide);
  }
  return wide;
}

/** The single objects that a permission reaches beside what `reachOf` says. */
export function objectsOf(grants: readonly Grant[], permission: Permission): string[] {
  const [entity, letter] = permissions[permission];
  return grants.flatMap(({ role, object, capabilities }) => {
    if (!object) return [];
    const letters: Partial<Record<Entity, string>> = objectLetters[object.kind];
    const isOpen = letters[entity]?.includes(letter) && reachesAnObject(entity, role, letter, capabilities);
    return isOpen ? [object.id] : [];
  });
}

function reachesAnObject(entity: Entity, role: Role, letter: Letter, capabilities?: readonly string[]) {
  return cell(entity, role, letter, capabilities).some((reach) => reach === 'n' || reach === 'o');
}

/** Whether a page shows a button: the same answer that the procedure will give. */
export function can(grants: readonly Grant[], permission: Permission): boolean {
  return reachOf(grants, permission).kind !== 'none';
}

// Columns in the order of `roles`.
function row(...cells: [string, string, string, string, string, string, string, string, string]) {
  const grants = {} as Record<Role, readonly MatrixGrant[]>;
  for (const [index, role] of roles.entries()) grants[role] = grantsOf(cells[index] ?? '');
  return grants;
}

function grantsOf(cell: string): MatrixGrant[] {
  return cell
    .split(' ')
    .filter(Boolean)
    .map((grant) => {
      const [rights = '', needs] = grant.split(':');
      return { letters: rights.replace(/[a-z]/g, ''), reach: rights.replace(/[A-Z]/g, ''), needs };
    });
}
