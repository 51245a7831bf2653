import type { Grant, Role } from '../permissions.ts';
import { settingOf } from '../settings/registry.ts';

// Whoever opens sealed records of others, by their role or by what is added to it.
const caseRoles: readonly Role[] = ['coordinator', 'institution_manager', 'trainer', 'mentor'];
const caseCapabilities: readonly string[] = ['safeguarding_lead', 'case_worker', 'data_protection_officer'];

/** Whether a role can open confidential records of other people. */
export function opensCases({ role, capabilities = [] }: Grant): boolean {
  return caseRoles.includes(role) || capabilities.some((one) => caseCapabilities.includes(one));
}

/**
 * Whether a network asks a second step at sign-in of somebody who has none. Then it answers nothing under any of their roles;
 * who holds no role there is a visitor and asked for nothing.
 */
export function lacksSecondStep(
  network: Parameters<typeof settingOf>[0],
  grants: readonly Grant[],
  hasSecondStep: boolean,
): boolean {
  if (hasSecondStep) return false;
  const asked = settingOf(network, 'second_step');
  switch (asked) {
    case 'nobody':
      return false;
    case 'case_roles':
      return grants.some(opensCases);
    case 'everyone':
      return grants.length > 0;
    default:
      return asked satisfies never;
  }
}
