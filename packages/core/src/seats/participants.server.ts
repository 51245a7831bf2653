import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { insertParticipants, knownParticipants } from '@tessera/db/seats.server.ts';
import { formats } from '@tessera/i18n/format.ts';

export type NamedPerson = {
  givenName: string;
  familyName: string;
  nameOrder?: 'given_first' | 'family_first';
  email: string | null;
  jobTitle: string | null;
  personId?: string | null;
  language?: string | null;
};

export type FoundParticipant = { id: string; hasSeat: boolean };

/**
 * Finds or adds people in the participant register, so that a colleague in two trainings is one person. Known is who has
 * the same address, or the same name where one of the two has no address, in the same institution. Whoever sits in the
 * training with that address for themselves has a seat: one address, one seat, by whatever way it came.
 * @param place the training must be locked, so that what is said about its seats stays true
 * @returns in the order of `people`, and whether they have a seat in the training; null stays null
 */
export async function participantsFor(
  tx: Transaction,
  place: { networkId: string; institutionId: string | null; trainingId: string; now: Date },
  people: readonly (NamedPerson | null)[],
): Promise<(FoundParticipant | null)[]> {
  const named = people.flatMap((person, index) => (person ? [{ index, ...person }] : []));
  if (named.length === 0) return people.map(() => null);
  const { networkId, institutionId, trainingId, now } = place;
  const known = await tx.run(knownParticipants(networkId, institutionId, JSON.stringify(named), trainingId));
  const found: (FoundParticipant | null)[] = people.map(() => null);
  for (const { index, id, hasSeat } of known) found[index] = { id, hasSeat };
  const added = named.filter(({ index }) => !found[index]).map((person) => ({ ...person, id: newId() }));
  for (const { index, id } of added) found[index] = { id, hasSeat: false };
  if (added.length > 0)
    await tx.run(insertParticipants(networkId, institutionId, now, JSON.stringify(added)));
  return found;
}

/** A person's name as people who read it would write it. */
export function nameOf({ givenName, familyName, nameOrder }: NamedPerson): string {
  return formats('en').personName({ givenName, familyName, nameOrder: nameOrder ?? 'given_first' });
}
