import {
  type CapabilityKind,
  languageCapabilities,
  plainCapabilities,
  type Reach,
  type Role,
} from '../permissions.ts';

const institutionRoles: readonly Role[] = ['institution_manager', 'volunteer'];
const needsInstitution: readonly Role[] = ['institution_manager'];

/** Roles that can be held for one training alone: running it, and marking who comes. */
export const trainingRoles: readonly Role[] = ['coordinator', 'trainer'];

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

/** Which capabilities someone may add: a coordinator all, an institution manager those of daily work with people. */
export function givableCapabilities(reach: Reach): CapabilityKind[] {
  if (reach.kind === 'network') return [...plainCapabilities, ...languageCapabilities];
  return reach.kind === 'institutions' ? ['case_worker', 'interpreter'] : [];
}

/** Whether a role is held for an institution and not for the whole network. */
export function roleNeedsInstitution(role: Role): boolean {
  return needsInstitution.includes(role);
}

/** Whether a capability is for one language: `interpreter:ar`. */
export function needsLanguage(capability: CapabilityKind): boolean {
  return (languageCapabilities as readonly string[]).includes(capability);
}

export const invitationDays = 14;
export const mostInvitations = 200;

export type InvitationLine = { number: number; name: string; email: string };

/**
 * Reads pasted lines, each an address or a name with an address: `Ana Pop <ana@example.org>`. Commas and semicolons
 * part addresses as lines do. Empty lines count and hold nobody.
 * @returns `wrong`: lines that hold no address, as typed; `repeated`: addresses that stand there twice
 */
export function readInvitationLines(text: string): {
  people: InvitationLine[];
  wrong: { number: number; text: string }[];
  repeated: string[];
} {
  const people: InvitationLine[] = [];
  const wrong: { number: number; text: string }[] = [];
  const repeated = new Set<string>();
  const seen = new Set<string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    for (const part of line.split(/[;,](?![^<]*>)/).map((piece) => piece.trim())) {
      if (part === '') continue;
      const found = readOne(part);
      if (!found) wrong.push({ number: index + 1, text: part });
      else if (seen.has(found.email)) repeated.add(found.email);
      else {
        seen.add(found.email);
        people.push({ number: index + 1, ...found });
      }
    }
  }
  return { people, wrong, repeated: [...repeated] };
}

const address = /^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"'.]{2,}$/;

function readOne(text: string): { name: string; email: string } | null {
  const [, name = '', inside] = /^(.*?)\s*<\s*([^<>]*?)\s*>$/.exec(text) ?? [];
  const words = text.split(/\s+/);
  const email = (inside ?? words.at(-1) ?? '').toLowerCase();
  if (email.length > 254 || !address.test(email)) return null;
  const plain = inside === undefined ? words.slice(0, -1).join(' ') : name;
  return { name: plain.replace(/^["']|["']$/g, '').slice(0, 160), email };
}
