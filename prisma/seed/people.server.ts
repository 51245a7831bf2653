import { hashPassword } from '@tessera/core/identity/passwords.server.ts';
import { createPerson, findPersonByEmail } from '@tessera/core/identity/people.server.ts';
import { assignRole } from '@tessera/core/members/assign.server.ts';
import type { Grant } from '@tessera/core/permissions.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import { isLanguage } from '@tessera/i18n/languages.ts';
import { type SeedPerson, seedPeople } from './data/people.ts';
import type { SeedRole } from './data/personas.ts';
import { beginningOf } from './institutions.server.ts';
import { demoEmail, demoPassword } from './logins.ts';
import { institutionOf, networkOf, type World } from './world.server.ts';

/** Gives everyone a login with the demo's password, and their roles from the beginning of each network's phase. */
export async function seedPeopleAndRoles(world: World): Promise<number> {
  const passwordHash = await hashPassword(demoPassword);
  const people = seedPeople();
  for (const person of people) await addPerson(world, person, passwordHash);
  return people.length;
}

async function addPerson(world: World, person: SeedPerson, passwordHash: string): Promise<void> {
  const { mailbox, roles, ...card } = person;
  const email = demoEmail(mailbox);
  let personId: string | undefined;
  for (const role of roles) {
    const from = beginningOf(world, role.network);
    personId = await inScope(
      { networkId: networkOf(world, role.network).id, door: 'identity' },
      async (tx) => {
        const id =
          personId ??
          (await findPersonByEmail(tx, email)) ??
          (await createPerson(tx, { ...card, email, passwordHash, isDemo: true }, from));
        await assignRole(tx, {
          networkId: networkOf(world, role.network).id,
          personId: id,
          role: role.role,
          institutionId: institutionId(world, role),
          capabilities: role.capabilities,
          validFrom: from,
          actorId: null,
        });
        return id;
      },
    );
  }
  if (!personId) return;
  const { givenName, familyName, nameOrder, language } = card;
  const name = nameOrder === 'family_first' ? `${familyName} ${givenName}` : `${givenName} ${familyName}`;
  world.people.set(mailbox, {
    actor: { personId, name, email, language: isLanguage(language) ? language : null },
    grants: grantsOf(world, roles),
  });
}

function grantsOf(world: World, roles: SeedRole[]): Map<string, Grant[]> {
  const grants = new Map<string, Grant[]>();
  for (const { network, role, ...rest } of roles) {
    const grant = {
      role,
      institutionId: institutionId(world, { network, role, ...rest }),
      capabilities: rest.capabilities,
    };
    grants.set(network, [...(grants.get(network) ?? []), grant]);
  }
  return grants;
}

function institutionId(world: World, role: SeedRole): string | null {
  return role.institution ? institutionOf(world, role.institution) : null;
}
