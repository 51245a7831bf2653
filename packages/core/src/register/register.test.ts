import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import {
  as,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  refusal,
  useTestDatabase,
} from '../testing.server.ts';

await useTestDatabase();

async function network() {
  const made = await newNetwork();
  const where = { network: made.code };
  const coordinator = await newPerson(made, 'coordinator');
  const institutionId = await newInstitution(made, 'Primăria Band');
  const manager = await newPerson(made, 'institution_manager', institutionId);
  const register = async (...names: string[]) => {
    const trainingId = await newTraining(made, coordinator, { capacity: 20 });
    await as(manager).seats.register({
      ...where,
      trainingId,
      places: places(...names),
      requestKey: randomUUID(),
    });
  };
  return { made, where, coordinator, manager, register };
}

test('who comes to two trainings counts once, and the list says how many they were', async () => {
  const { where, coordinator, register } = await network();
  await register('Pop', 'Rus');
  await register('Pop');

  const { table, people, named } = await as(coordinator).register.page(where);

  expect([table.total, named]).toEqual([2, 2]);
  expect(table.rows).toMatchObject([{ category: 'public_institution', total: 2 }]);
  expect(people.map(({ familyName, events }) => [familyName, events])).toEqual([
    ['Pop', 2],
    ['Rus', 1],
  ]);
});

test('one address is one person, whichever institution they come for; who was forgotten is counted without a name', async () => {
  const { made, where, coordinator, register } = await network();
  await register('Pop', 'Rus');
  const other = await newInstitution(made);
  await inNetwork(made.id, async ({ prisma }) => {
    const all = await prisma.participant.findMany({
      where: { networkId: made.id },
      orderBy: { familyName: 'asc' },
    });
    const [first, second] = all;
    await prisma.participant.updateMany({
      where: { id: first?.id ?? '' },
      data: { email: 'pop@example.org' },
    });
    await prisma.participant.create({
      data: {
        id: randomUUID(),
        networkId: made.id,
        institutionId: other,
        givenName: 'Ana',
        familyName: 'Pop',
        email: 'pop@example.org',
        category: 'volunteer',
        county: 'Cluj',
        createdAt: new Date(),
      },
    });
    await prisma.participant.updateMany({
      where: { id: second?.id ?? '' },
      data: { familyName: '–', givenName: '', purgedAt: new Date() },
    });
  });

  const { table, people, named } = await as(coordinator).register.page(where);

  expect([table.total, named, people.map(({ familyName }) => familyName)]).toEqual([2, 1, ['Pop']]);
  expect(table.rows.map(({ category, total }) => [category, total])).toEqual([
    ['public_institution', 1],
    ['volunteer', 1],
  ]);
});

test('others read figures without the small ones and no names, a volunteer nothing', async () => {
  const { made, where, manager, register } = await network();
  await register('Pop', 'Rus');

  const seen = await as(manager).register.page(where);

  expect(seen.table.total).toBe('few');
  expect(seen.people).toEqual([]);
  expect(await refusal(as(await newPerson(made, 'volunteer')).register.page(where))).toBe('not_allowed');
});
