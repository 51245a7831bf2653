import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { insertParticipants, knownParticipants } from '@tessera/db/seats.server.ts';

export type NamedPerson = {
  givenName: string;
  familyName: string;
  nameOrder?: 'given_first' | 'family_first';
  email: string | null;
  jobTitle: string | null;
  personId?: string | null;
  language?: string | null;
};

/**
 * Finds or adds people in the participant register, so that a colleague in two trainings is one person. Known is who has
 * the same address, or the same name where one of the two has no address, in the same institution.
 * @returns the participant ids in the order of `people`; null stays null
 */
export async function participantsFor(
  tx: Transaction,
  place: { networkId: string; institutionId: string | null; now: Date },
  people: readonly (NamedPerson | null)[],
): Promise<(string | null)[]> {
  const named = people.flatMap((person, index) => (person ? [{ index, ...person }] : []));
  if (named.length === 0) return people.map(() => null);
  const { networkId, institutionId, now } = place;
  const known = await tx.run(knownParticipants(networkId, institutionId, JSON.stringify(named)));
  const ids: (string | null)[] = people.map(() => null);
  for (const { index, id } of known) ids[index] = id;
  const added = named
    .filter(({ index }) => ids[index] === null)
    .map((person) => ({ ...person, id: newId() }));
  for (const { index, id } of added) ids[index] = id;
  if (added.length > 0)
    await tx.run(insertParticipants(networkId, institutionId, now, JSON.stringify(added)));
  return ids;
}
