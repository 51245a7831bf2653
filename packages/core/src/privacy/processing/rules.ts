import type { CapabilityKind, Entity, Role } from '../../permissions.ts';
import { grantsIn, languageCapabilities, plainCapabilities, roles } from '../../permissions.ts';
import { type ReaderReach, readerReaches } from './terms.ts';

const capabilities: readonly CapabilityKind[] = [...plainCapabilities, ...languageCapabilities];

/** Who reads something as far as one reach goes: by a role, or by a capability that any role can carry. */
export type Readers = { reach: ReaderReach; roles: Role[]; capabilities: CapabilityKind[] };

/**
 * Who may read what an entity of the matrix stands for, the widest reach first. Whoever sees figures alone reads nothing of it,
 * and what the operator's own account opens is no capability of a network.
 */
export function readersOf(entity: Entity | null): Readers[] {
  if (!entity) return [];
  return readerReaches.flatMap((reach) => {
    const found: Readers = { reach, roles: [], capabilities: [] };
    for (const role of roles) {
      for (const grant of grantsIn(entity, role)) {
        if (!grant.letters.includes('R') || (grant.reach || 'n') !== reach) continue;
        const capability = capabilities.find((each) => each === grant.needs);
        if (!grant.needs) found.roles.push(role);
        else if (capability && !found.capabilities.includes(capability)) found.capabilities.push(capability);
      }
    }
    return found.roles.length + found.capabilities.length > 0 ? [found] : [];
  });
}

/** Classes of data about people, as the register names them. */
export type RecordClass = 'per' | 'conf' | 'spec';

/** Which classes the fields of a table have. A row that names a person is personal whatever else it holds. */
export function classesOf(fields: Record<string, string>): RecordClass[] {
  const held = Object.values(fields);
  return ['per' as const, ...(['conf', 'spec'] as const).filter((each) => held.includes(each))];
}
