import { newId } from '@tessera/db/id.server.ts';
import type { KnownInstitution } from '@tessera/db/imports.server.ts';
import type { ParsedRow } from './parse.ts';
import { type Plan, planRows, type Verdict, verdictOf } from './plan.ts';
import { folded } from './words.server.ts';

type Settings = { kind: 'institutions' | 'memberships'; language: string; country: string };

/**
 * What a file of institutions or memberships would do. The public card of an institution belongs to all networks: an
 * import fills what is empty in a card that this network keeps, and overwrites nothing.
 * @param known institutions of the register; `asked` is the place of their row in `rows`
 */
export function planInstitutions(
  rows: readonly ParsedRow[],
  known: readonly KnownInstitution[],
  settings: Settings,
): Plan {
  const found = Map.groupBy(known, ({ asked }) => asked);
  const seen = new Map<string, number>();
  return planRows(settings.kind, rows, (row, index, plan, refuse) => {
    const { values } = row;
    const match = pick(found.get(index) ?? [], values);
    if (match === 'ambiguous') return refuse(values.locality ? 'name' : 'locality', 'ambiguousInstitution');
    if (!match && settings.kind === 'memberships') return refuse('name', 'unknownInstitution');
    if (match?.reference && values.reference && match.reference !== values.reference)
      return refuse('reference', 'otherReference');
    if (values.leftOn && values.joinedOn && values.leftOn < values.joinedOn)
      return refuse('leftOn', 'leftBeforeJoined');
    const keys = [
      match ? `id ${match.id}` : `name ${folded(values.name ?? '')}|${folded(values.locality ?? '')}`,
      values.reference ? `reference ${values.reference}` : '',
    ].filter(Boolean);
    for (const key of keys) {
      const earlier = seen.get(key);
      if (earlier !== undefined)
        return refuse(key.startsWith('reference') ? 'reference' : 'name', 'repeated', earlier);
    }
    for (const key of keys) seen.set(key, row.row);
    return match ? change(row, match, plan) : enter(row, plan, settings);
  });
}

/** The institution that a row means: by reference, else by name and place; a member of the network before others. */
function pick(
  candidates: readonly KnownInstitution[],
  values: ParsedRow['values'],
): KnownInstitution | 'ambiguous' | null {
  const byReference = candidates.find(
    ({ reference }) => reference !== null && reference === values.reference,
  );
  if (byReference) return byReference;
  const place = folded(values.locality ?? '');
  const here = candidates.filter(
    ({ locality }) => place === '' || locality === '' || folded(locality) === place,
  );
  const members = here.filter(({ membershipId }) => membershipId !== null);
  const [only, another] = members.length > 0 ? members : here;
  return another ? 'ambiguous' : (only ?? null);
}

function enter(row: ParsedRow, plan: Plan, settings: Settings): Verdict {
  const { values } = row;
  const id = newId();
  plan.writes.cards.push({
    id,
    name: values.name,
    language: settings.language,
    kind: values.kind,
    locality: values.locality ?? '',
    county: values.county ?? '',
    country: values.country || settings.country,
    website: values.website ?? '',
    ...row.position,
  });
  note(plan, row, 'institution', id, null, null);
  join(row, id, plan);
  refer(row, id, plan);
  return 'new';
}

function change(row: ParsedRow, match: KnownInstitution, plan: Plan): Verdict {
  const { values } = row;
  const card = (use: (field: 'locality' | 'county' | 'country' | 'website') => string) => ({
    id: match.id,
    locality: use('locality'),
    county: use('county'),
    country: use('country'),
    website: use('website'),
  });
  const before = card((field) => match[field]);
  const after = card((field) => match[field] || (match.isKept && values[field]) || '');
  let isChanged = verdictOf(before, after) === 'changed';
  if (isChanged) {
    plan.writes.cardUpdates.push(after);
    note(plan, row, 'institution', match.id, before, after);
  }
  if (values.reference && match.reference === null) {
    refer(row, match.id, plan);
    isChanged = true;
  }
  if (match.membershipId === null) {
    join(row, match.id, plan);
    return 'new';
  }
  return changeMembership(row, match, match.membershipId, plan) || isChanged ? 'changed' : 'same';
}

function join(row: ParsedRow, institutionId: string, plan: Plan): void {
  const { values } = row;
  const membership = {
    id: newId(),
    institutionId,
    role: values.membershipRole || 'member',
    track: values.track ?? '',
    state: values.leftOn ? 'left' : 'active',
    joinedOn: values.joinedOn || null,
    leftOn: values.leftOn || null,
  };
  plan.writes.memberships.push(membership);
  note(plan, row, 'membership', membership.id, null, membership);
}

function changeMembership(row: ParsedRow, match: KnownInstitution, id: string, plan: Plan): boolean {
  const { values } = row;
  const before = {
    id,
    institutionId: match.id,
    role: match.role,
    track: match.track,
    state: match.state,
    joinedOn: match.joinedOn,
    leftOn: match.leftOn,
  };
  const after = {
    ...before,
    role: values.membershipRole || match.role,
    track: values.track || match.track,
    state: values.leftOn ? 'left' : match.state,
    joinedOn: values.joinedOn || match.joinedOn,
    leftOn: values.leftOn || match.leftOn,
  };
  if (verdictOf(before, after) === 'same') return false;
  plan.writes.membershipUpdates.push(after);
  note(plan, row, 'membership', id, before, after);
  return true;
}

function refer(row: ParsedRow, objectId: string, plan: Plan): void {
  const { reference } = row.values;
  if (!reference) return;
  plan.writes.references.push({ objectKind: 'institution', reference, objectId });
  note(plan, row, 'reference_institution', objectId, null, null);
}

function note(
  plan: Plan,
  { row }: ParsedRow,
  objectKind: 'institution' | 'membership' | 'reference_institution',
  objectId: string,
  before: object | null,
  after: object | null,
): void {
  plan.writes.made.push({ objectKind, objectId, row, isNew: before === null, before, after });
}
