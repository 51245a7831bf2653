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

/**
 * Who may do what, one cell per entity and role. Letters: C create, R read, U update, D delete, A approve or move on,
 * X export. After them the reach: n whole network, i own institution, o own or assigned, d sub-networks, s shared or
 * public, g aggregates only; no reach letter means every network (the operator). Several grants are parted by a blank.
 */
const matrix = {
  Network: row('CRUA', 'RUn Rd An', 'Rn', 'Rn', 'Rn', 'Rn', 'Rn', 'Rs', 'Rs'),
  Phase: row('R', 'CRUDXn', '', '', '', '', '', '', 'Rn'),
  Institution: row('R', 'CRUDAn', 'RUi Rn', 'Rn', 'Rn', 'Rs', 'Rn', 'Rs', 'Rs'),
  Membership: row('R', 'CRUAXn', 'CRi', '', '', '', 'Rn', '', 'Rg'),
  RoleAssignment: row('CRU', 'CRUAXn', 'CRUi', 'Ro', 'Ro', 'Ro', 'Ro', 'Ro', ''),
  TrainingEvent: row('R', 'CRUDAn', 'Rn Cn', 'RUo Rn', 'Rn', 'Rs', 'Rn', 'Rs', 'Rs'),
  Registration: row('', 'CRUAXn', 'CRUDi', 'Ro', 'CRo', 'CRo', 'CRo', 'CRo', 'Rg'),
  AttendanceRecord: row('', 'CRUAXn', 'Ri', 'CRUo', 'Ro', 'Ro', 'Ro', 'Ro', 'Rg'),
  Certificate: row('', 'CRAXn', 'Ri', 'Ro', 'Ro', 'Ro', 'Ro', 'Ro', 'Rg'),
  AuditEntry: row('R', 'Rn', 'Ri', '', 'Ro', 'Ro', 'Ro', 'Ro', ''),
} as const satisfies Record<string, Record<Role, string>>;

export type Entity = keyof typeof matrix;
export type Letter = 'C' | 'R' | 'U' | 'D' | 'A' | 'X';

/** Each permission is one letter on one entity; nobody grants anything beside the matrix. */
const permissions = {
  'network.read': ['Network', 'R'],
  'network.share': ['Network', 'A'],
  'phase.read': ['Phase', 'R'],
  'institution.read': ['Institution', 'R'],
  'membership.read': ['Membership', 'R'],
  'membership.export': ['Membership', 'X'],
  'person.read': ['RoleAssignment', 'R'],
  'person.invite': ['RoleAssignment', 'C'],
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
  'attendance.read': ['AttendanceRecord', 'R'],
  'attendance.mark': ['AttendanceRecord', 'U'],
  'attendance.export': ['AttendanceRecord', 'X'],
  'certificate.read': ['Certificate', 'R'],
  'certificate.issue': ['Certificate', 'C'],
  'certificate.revoke': ['Certificate', 'A'],
  'audit.read': ['AuditEntry', 'R'],
} as const satisfies Record<string, readonly [Entity, Letter]>;

export type Permission = keyof typeof permissions;
export const allPermissions = Object.keys(permissions) as Permission[];

/** A role of one person in one network, for the whole network or for one institution. */
export type Grant = { role: Role; institutionId: string | null };

/** How far a permission reaches: the widest of all grants. */
export type Reach =
  | { kind: 'network' }
  | { kind: 'institutions'; institutionIds: string[] }
  | { kind: 'own' }
  | { kind: 'shared' }
  | { kind: 'none' };

/** One cell of the matrix, taken apart: the reach letters that hold for a letter. */
export function cell(entity: Entity, role: Role, letter: Letter): string[] {
  return matrix[entity][role]
    .split(' ')
    .filter((grant) => grant.includes(letter))
    .map((grant) => grant.replace(/[A-Z]/g, '') || '*');
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
  for (const { role, institutionId } of grants) {
    for (const reach of cell(entity, role, letter)) {
      if (reach === '*' || reach === 'n') return { kind: 'network' };
      if (reach === 'i' && institutionId) institutionIds.add(institutionId);
      if (reach === 'o') isOwn = true;
      if (reach === 's') isShared = true;
    }
  }
  if (institutionIds.size > 0) return { kind: 'institutions', institutionIds: [...institutionIds] };
  if (isOwn) return { kind: 'own' };
  return { kind: isShared ? 'shared' : 'none' };
}

/** Whether a page shows a button: the same answer that the procedure will give. */
export function can(grants: readonly Grant[], permission: Permission): boolean {
  return reachOf(grants, permission).kind !== 'none';
}

// Columns in the order of `roles`.
function row(...cells: [string, string, string, string, string, string, string, string, string]) {
  return Object.fromEntries(roles.map((role, index) => [role, cells[index] ?? ''])) as Record<Role, string>;
}
