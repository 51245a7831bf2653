import {
  insertCardNames,
  insertCards,
  insertImportRows,
  insertInvitations,
  insertMemberships,
  insertParticipants,
  insertReferences,
  insertRoles,
  invitationsByEmail,
  knownInstitutions,
  knownParticipants,
  rolesByEmail,
  updateCards,
  updateInvitations,
  updateMemberships,
  updateParticipants,
} from '@tessera/db/imports.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { Statement } from '@tessera/db/statement.server.ts';
import { dayOf } from '../clock/zoned-time.ts';
import { placeOf } from '../institutions/door.server.ts';
import { invitationDays } from '../members/rules.ts';
import { countyLabel } from '../places/names.ts';
import type { ParsedRow } from './parse.ts';
import type { Plan, Writes } from './plan.ts';
import { planInstitutions } from './plan-institutions.ts';
import { planPeople } from './plan-people.ts';
import type { ImportKind } from './terms.ts';

/** Where an import happens, and what its plan needs to know of the network. */
export type ImportPlace = {
  networkId: string;
  defaultLanguage: string;
  country: string;
  now: Date;
  realNow: Date;
  timeZone: string;
  kind: ImportKind;
  /** Role of people whose row names none */
  role: string;
  isMailed: boolean;
};

/** An invitation that nobody mailed waits longer: the coordinator sends it when the network is ready. */
const unsentInvitationDays = 90;

/** Compares the rows of a file with what is there; a few statements, whatever the length of the file. */
export async function planImport(
  tx: Transaction,
  place: ImportPlace,
  rows: readonly ParsedRow[],
): Promise<Plan> {
  const { networkId, realNow, now, kind, defaultLanguage, country } = place;
  const asked = (name: 'name' | 'institution') =>
    tx.run(
      knownInstitutions(
        networkId,
        JSON.stringify(
          rows.map(({ values }) => ({
            name: values[name] || null,
            reference: name === 'name' ? values.reference || null : null,
          })),
        ),
      ),
    );
  if (kind !== 'people') {
    const known = await asked('name');
    return planInstitutions(await placed(rows, country), known, { kind, language: defaultLanguage, country });
  }
  const distinct = (field: 'email' | 'reference') => [
    ...new Set(rows.map(({ values }) => values[field] ?? '').filter(Boolean)),
  ];
  const emails = distinct('email');
  const [institutions, roles, invitations, participants] = await Promise.all([
    asked('institution'),
    tx.run(rolesByEmail(networkId, realNow, emails)),
    tx.run(invitationsByEmail(networkId, now, emails)),
    tx.run(knownParticipants(networkId, emails, distinct('reference'))),
  ]);
  return planPeople(
    rows.map((row) => ({
      ...row,
      values: { ...row.values, county: countyLabel(country, row.values.county ?? '') },
    })),
    { institutions, roles, invitations, participants },
    {
      role: place.role,
      nameOrder: defaultLanguage === 'hu' ? 'family_first' : 'given_first',
      invitationEnds: new Date(
        now.getTime() + (place.isMailed ? invitationDays : unsentInvitationDays) * 86_400_000,
      ),
    },
  );
}

// Counties in the one form of the register, and where a place lies.
async function placed(rows: readonly ParsedRow[], country: string): Promise<ParsedRow[]> {
  const known = new Map<string, ReturnType<typeof placeOf>>();
  return Promise.all(
    rows.map(async (row) => {
      const { values } = row;
      const asked = {
        locality: values.locality ?? '',
        county: values.county ?? '',
        country: values.country || country,
        latitude: null,
        longitude: null,
      };
      const key = JSON.stringify(asked);
      const pending = known.get(key) ?? placeOf(asked);
      known.set(key, pending);
      const { county, latitude, longitude } = await pending;
      return { ...row, values: { ...values, county }, position: { latitude, longitude } };
    }),
  );
}

/** Writes what a plan says: one statement for each kind of row. Needs the door "register" for institutions. */
export async function applyPlan(
  tx: Transaction,
  { networkId, now, realNow, timeZone, defaultLanguage }: ImportPlace,
  run: { id: string; actorId: string | null },
  writes: Writes,
): Promise<void> {
  const json = JSON.stringify;
  const steps: [readonly unknown[], (rows: string) => Statement<never>][] = [
    [writes.cards, (rows) => insertCards(rows, now)],
    [writes.cards, insertCardNames],
    [writes.cardUpdates, updateCards],
    [writes.memberships, (rows) => insertMemberships(networkId, rows)],
    [writes.membershipUpdates, (rows) => updateMemberships(networkId, rows)],
    [writes.invitations, (rows) => insertInvitations(networkId, rows, defaultLanguage, run.actorId, now)],
    [writes.invitationUpdates, (rows) => updateInvitations(networkId, rows)],
    [writes.roles, (rows) => insertRoles(networkId, rows, realNow, dayOf(now, timeZone))],
    [writes.participants, (rows) => insertParticipants(networkId, rows, now)],
    [writes.participantUpdates, (rows) => updateParticipants(networkId, rows)],
    [writes.references, (rows) => insertReferences(networkId, rows)],
    [writes.made, (rows) => insertImportRows(networkId, run.id, rows)],
  ];
  for (const [rows, write] of steps) if (rows.length > 0) await tx.run(write(json(rows)));
}
