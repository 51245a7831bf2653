import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';

export type NewPersonInput = {
  email: string | null;
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
  language: string | null;
  passwordHash: string | null;
  isDemo?: boolean;
};

/** Creates a person, with a login when there is a password; inside a transaction with the door "identity". */
export async function createPerson(tx: Transaction, input: NewPersonInput, now: Date): Promise<string> {
  const { passwordHash, ...person } = input;
  const id = newId();
  await tx.prisma.person.create({ data: { ...person, id, createdAt: now } });
  if (passwordHash) await tx.prisma.login.create({ data: { personId: id, passwordHash, changedAt: now } });
  return id;
}

/** The id of the person with this address (lower case), if there is one; door "identity". */
export async function findPersonByEmail(tx: Transaction, email: string): Promise<string | null> {
  const person = await tx.prisma.person.findFirst({ where: { email }, select: { id: true } });
  return person?.id ?? null;
}
