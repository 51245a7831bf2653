import { newId } from '@tessera/db/id.server.ts';
import type {
  KnownInstitution,
  KnownInvitation,
  KnownParticipant,
  KnownRole,
} from '@tessera/db/imports.server.ts';
import { roleNeedsInstitution } from '../members/rules.ts';
import type { Role } from '../permissions.ts';
import type { ParsedRow } from './parse.ts';
import { type Plan, planRows, type Refuse, type Verdict, verdictOf } from './plan.ts';
import { folded } from './words.server.ts';

export type KnownPeople = {
  /** Institutions by name; `asked` is the place of their row */
  institutions: readonly KnownInstitution[];
  roles: readonly (KnownRole & { personId: string })[];
  invitations: readonly KnownInvitation[];
  participants: readonly KnownParticipant[];
};

export type PeopleSettings = {
  /** The role of people whose row names none; "" for people who take part without one */
  role: string;
  nameOrder: 'given_first' | 'family_first';
  invitationEnds: Date;
};

/**
 * What a file of people would do. Who gets a role is invited, by address: an account elsewhere is neither learned of nor
 * touched, because everyone is invited alike. Who belongs to the network already gets a further role at once. Who has no
 * role takes part without a login.
 */
export function planPeople(rows: readonly ParsedRow[], known: KnownPeople, settings: PeopleSettings): Plan {
  const find = finder(known);
  const seen = new Map<string, number>();
  const names = new Map<string, { row: number; name: string }>();
  return planRows('people', rows, (row, index, plan, refuse) => {
    const { values } = row;
    const role = values.role || settings.role;
    if (role && !values.email) return refuse('email', 'emailNeeded');
    if (!values.email && !values.reference) return refuse('reference', 'keyNeeded');
    const institution = values.institution ? find.institution(index) : null;
    if (institution === 'ambiguous') return refuse('institution', 'ambiguousInstitution');
    if (institution === 'unknown') return refuse('institution', 'unknownInstitution');
    if (role && roleNeedsInstitution(role as Role) && !institution)
      return refuse('institution', 'institutionNeeded');
    const name = folded(`${values.familyName} ${values.givenName}`);
    const other = values.email ? names.get(values.email) : undefined;
    if (other && other.name !== name) return refuse('email', 'otherPerson', other.row);
    const key = role
      ? `${values.email} ${role} ${institution ?? ''}`
      : values.email || `# ${values.reference}`;
    const earlier =
      seen.get(key) ?? (values.reference && !role ? seen.get(`# ${values.reference}`) : undefined);
    if (earlier !== undefined) return refuse(values.email ? 'email' : 'reference', 'repeated', earlier);
    seen.set(key, row.row);
    if (values.reference && !role) seen.set(`# ${values.reference}`, row.row);
    if (values.email) names.set(values.email, { row: row.row, name });
    return role
      ? give(row, { role, institutionId: institution }, plan, find, settings)
      : takePart(row, institution, plan, find, settings, refuse);
  });
}

type Finder = ReturnType<typeof finder>;

function finder(known: KnownPeople) {
  const institutions = Map.groupBy(
    known.institutions.filter(({ state }) => state === 'active'),
    ({ asked }) => asked,
  );
  const roleKey = ({ email, role, institutionId }: KnownRole) => `${email} ${role} ${institutionId ?? ''}`;
  const held = new Set(known.roles.map(roleKey));
  const members = new Map(known.roles.map(({ email, personId }) => [email, personId]));
  const invited = new Map(
    known.invitations.toReversed().map((invitation) => [roleKey(invitation), invitation]),
  );
  const byEmail = new Map(known.participants.toReversed().map((one) => [one.email ?? '', one]));
  const byReference = new Map(known.participants.map((one) => [one.reference ?? '', one]));
  return {
    institution(index: number): string | 'unknown' | 'ambiguous' {
      const [only, another] = institutions.get(index) ?? [];
      return another ? 'ambiguous' : (only?.id ?? 'unknown');
    },
    holds: (role: KnownRole) => held.has(roleKey(role)),
    member: (email: string) => members.get(email),
    invitation: (role: KnownRole) => invited.get(roleKey(role)),
    participant: (email: string, reference: string) =>
      (reference ? byReference.get(reference) : undefined) ?? (email ? byEmail.get(email) : undefined),
  };
}

function give(
  row: ParsedRow,
  place: { role: string; institutionId: string | null },
  plan: Plan,
  find: Finder,
  { invitationEnds }: PeopleSettings,
): Verdict {
  const { email = '', givenName = '', familyName = '' } = row.values;
  const wanted = { email, ...place };
  if (find.holds(wanted)) return 'same';
  const personId = find.member(email);
  if (personId) {
    const role = { id: newId(), personId, ...place };
    plan.writes.roles.push(role);
    note(plan, row, 'role', role.id, null, role);
    return 'changed';
  }
  const open = find.invitation(wanted);
  if (!open) {
    const invitation = { id: newId(), givenName, familyName, expiresAt: invitationEnds, ...wanted };
    plan.writes.invitations.push(invitation);
    note(plan, row, 'invitation', invitation.id, null, null);
    return 'new';
  }
  if (open.givenName === givenName && open.familyName === familyName && !open.isExpired) return 'same';
  const names = { givenName: open.givenName, familyName: open.familyName };
  const after = { id: open.id, givenName, familyName, expiresAt: open.isExpired ? invitationEnds : null };
  plan.writes.invitationUpdates.push(after);
  note(plan, row, 'invitation', open.id, { id: open.id, ...names, expiresAt: null }, after);
  return 'changed';
}

function takePart(
  row: ParsedRow,
  institutionId: string | null,
  plan: Plan,
  find: Finder,
  { nameOrder }: PeopleSettings,
  refuse: Refuse,
): Verdict | null {
  const { email = '', reference = '', givenName = '', familyName = '' } = row.values;
  const { jobTitle, language, category, county } = row.values;
  const known = find.participant(email, reference);
  if (known?.reference && reference && known.reference !== reference)
    return refuse('reference', 'otherReference');
  const id = known?.id ?? newId();
  const after = {
    id,
    email: email || known?.email || null,
    givenName,
    familyName,
    jobTitle: jobTitle || known?.jobTitle || '',
    language: language || known?.language || null,
    institutionId: institutionId ?? known?.institutionId ?? null,
    category: category || known?.category || null,
    county: county || known?.county || '',
  };
  const isReferred = reference !== '' && !known?.reference;
  if (isReferred) {
    plan.writes.references.push({ objectKind: 'participant', reference, objectId: id });
    note(plan, row, 'reference_participant', id, null, null);
  }
  if (!known) {
    plan.writes.participants.push({ ...after, nameOrder });
    note(plan, row, 'participant', id, null, after);
    return 'new';
  }
  const { reference: _, ...rest } = known;
  const before = { ...after, ...rest };
  if (verdictOf(before, after) === 'same') return isReferred ? 'changed' : 'same';
  plan.writes.participantUpdates.push(after);
  note(plan, row, 'participant', id, before, after);
  return 'changed';
}

function note(
  plan: Plan,
  { row }: ParsedRow,
  objectKind: 'role' | 'invitation' | 'participant' | 'reference_participant',
  objectId: string,
  before: object | null,
  after: object | null,
): void {
  plan.writes.made.push({ objectKind, objectId, row, isNew: before === null, before, after });
}
