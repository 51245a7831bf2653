import { editInstitution } from '@tessera/core/institutions/cards.server.ts';
import { editMembership } from '@tessera/core/institutions/memberships.server.ts';
import { readInstitution } from '@tessera/core/institutions/queries.server.ts';
import { EditedInstitution } from '@tessera/core/institutions/schema.ts';
import { institutions } from './data/institutions.ts';
import { managerOf } from './data/people.ts';
import { beginningOf } from './institutions.server.ts';
import { acting, institutionOf, type World } from './world.server.ts';

const code = 'un';

/** In United Networks every municipality names whom to ask, and a school is part of the municipality of its place. */
export async function seedInstitutionDetails(world: World): Promise<void> {
  const at = new Date(beginningOf(world, code).getTime() + 86_400_000);
  const ctx = acting(world, 'coord.un', code, at);
  const here = institutions.filter(({ memberships }) => memberships.some(({ network }) => network === code));
  const towns = here.filter(({ kind }) => kind === 'municipality');
  for (const { key, memberships } of towns) {
    const { role = 'member', track = '' } = memberships.find(({ network }) => network === code) ?? {};
    const focalPointId = world.people.get(managerOf(key))?.actor.personId ?? null;
    await editMembership(ctx, {
      institutionId: institutionOf(world, key),
      role,
      track,
      focalPointId,
      note: '',
    });
  }
  for (const { key, locality } of here.filter(({ kind }) => kind === 'school_education')) {
    const town = towns.find((each) => each.locality === locality);
    if (!town) continue;
    const card = await readInstitution(ctx, institutionOf(world, key));
    await editInstitution(
      ctx,
      EditedInstitution.parse({ ...card, institutionId: card.id, parentId: institutionOf(world, town.key) }),
    );
  }
}
