import type { Reach, Role } from '../permissions.ts';

const institutionRoles: readonly Role[] = ['institution_manager', 'volunteer'];
const needsInstitution: readonly Role[] = ['institution_manager'];

/** Which roles someone may give: a coordinator all of the network's, an institution manager those of a colleague. */
export function givableRoles(reach: Reach): Role[] {
  if (reach.kind === 'network') {
    return [
      'coordinator',
      'institution_manager',
      'trainer',
      'mentor',
      'community_leader',
      'outreach_adviser',
      'volunteer',
      'viewer',
    ];
  }
  return reach.kind === 'institutions' ? [...institutionRoles] : [];
}

/** Whether a role is held for an institution and not for the whole network. */
export function roleNeedsInstitution(role: Role): boolean {
  return needsInstitution.includes(role);
}

export const invitationDays = 14;
