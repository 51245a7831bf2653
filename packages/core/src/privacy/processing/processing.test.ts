import { randomUUID } from 'node:crypto';
import { fieldClasses } from '@tessera/db/classes.ts';
import { globalAreas, placeOfArea, subjectAreas } from '@tessera/db/subject.server.ts';
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
} from '../../testing.server.ts';
import { registerAreas } from './areas.ts';
import { readersOf } from './rules.ts';

await useTestDatabase();

const tableOf = (area: (typeof subjectAreas)[number]) => placeOfArea(area).table;

async function world() {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  return { network, coordinator, where: { network: network.code } };
}

test('whatever a network keeps about people stands in the register', () => {
  const classes = fieldClasses as Record<string, Record<string, string>>;
  const about = subjectAreas.filter(
    (area) => placeOfArea(area).mode === 'about' && !globalAreas.includes(area),
  );
  const named = new Set(subjectAreas.filter((area) => placeOfArea(area).mode === 'about').map(tableOf));
  // What is confidential about a closing are the halves of a key.
  const others = subjectAreas.filter(
    (area) =>
      area !== 'closings' &&
      !named.has(tableOf(area)) &&
      Object.values(classes[tableOf(area)] ?? {}).some((each) => ['per', 'conf', 'spec'].includes(each)),
  );

  expect([...registerAreas].sort()).toEqual([...about, ...others].sort());
});

test('an exception for special categories is suggested exactly where fields of them exist', async () => {
  const { coordinator, where } = await world();

  const { entries } = await as(coordinator).privacy.processing(where);

  const special = entries.filter(({ classes }) => classes.includes('spec')).map(({ area }) => area);
  expect(special.sort()).toEqual(['concernEntries', 'support']);
  expect(
    entries
      .filter(({ specialBasis }) => specialBasis)
      .map(({ area }) => area)
      .sort(),
  ).toEqual(special);
});

test('recipients are those whom the matrix lets read, and nobody who sees figures alone', () => {
  expect(readersOf('MenteeProfile')).toEqual([
    { reach: 'n', roles: ['coordinator'], capabilities: [] },
    { reach: 'i', roles: ['institution_manager'], capabilities: [] },
    { reach: 'o', roles: ['mentor', 'community_leader'], capabilities: [] },
  ]);
  expect(readersOf('RoleAssignment')[0]).toEqual({ reach: 'n', roles: ['coordinator'], capabilities: [] });
  expect(readersOf('SafeguardingConcern')[0]).toEqual({
    reach: 'n',
    roles: [],
    capabilities: ['safeguarding_lead'],
  });
});

test('a decision stands with who made it and when, and is one suggestion less', async () => {
  const { network, coordinator, where } = await world();
  const before = await as(coordinator).privacy.processing(where);
  expect(before.defaults).toBe(before.entries.length);

  await as(coordinator).privacy.decideProcessing({ ...where, area: 'seats', basis: 'c', note: 'Law 1/2026' });

  const after = await as(coordinator).privacy.processing(where);
  expect(after.defaults).toBe(before.defaults - 1);
  const seats = after.entries.find(({ area }) => area === 'seats');
  expect(seats).toMatchObject({ basis: 'c', specialBasis: null, suggested: { basis: 'e' } });
  expect(seats?.decision?.note).toBe('Law 1/2026');
  expect(seats?.decision?.by).toEqual(expect.stringMatching(/\S/));
  const { events } = await as(coordinator).events.history(where);
  expect(events.map(({ kind }) => kind)).toContain('processing.decided');
  const other = await world();
  const { defaults, entries } = await as(other.coordinator).privacy.processing(other.where);
  expect([network.id === other.network.id, defaults]).toEqual([false, entries.length]);
});

test('of two who decide at once on the same, the second is told', async () => {
  const { coordinator, network, where } = await world();
  const colleague = await newPerson(network, 'coordinator');
  const decide = (person: typeof coordinator, basis: 'c' | 'd', seen: string) =>
    as(person)
      .privacy.decideProcessing({ ...where, area: 'support', basis, specialBasis: 'h', seen })
      .then(
        () => 'saved',
        ({ cause }: { cause?: { code?: string } }) => cause?.code,
      );

  const first = await Promise.all([decide(coordinator, 'c', ''), decide(colleague, 'd', '')]);

  expect(first.sort()).toEqual(['processing_changed', 'saved']);
  const entry = async () =>
    (await as(coordinator).privacy.processing(where)).entries.find(({ area }) => area === 'support');
  expect(await entry()).toMatchObject({ specialBasis: 'h' });
  const seen = (await entry())?.decision?.at.toISOString() ?? '';
  expect(await decide(colleague, 'd', seen)).toBe('saved');
  expect(await decide(coordinator, 'c', '')).toBe('processing_changed');
  expect(await entry()).toMatchObject({ basis: 'd' });
});

test('what no module of the network keeps does not stand there and cannot be decided on', async () => {
  const { coordinator, where } = await world();
  await as(coordinator).settings.saveModules({ ...where, modules: ['mentoring'] });

  const { entries } = await as(coordinator).privacy.processing(where);
  const decided = as(coordinator).privacy.decideProcessing({ ...where, area: 'seats', basis: 'c' });

  const shown = entries.map(({ area }) => area);
  expect(shown).toContain('menteeProfile');
  for (const area of ['seats', 'support', 'certificates', 'applications'] as const)
    expect(shown).not.toContain(area);
  expect(await refusal(decided)).toBe('not_found');
});

test('periods are those of the network', async () => {
  const { coordinator, where } = await world();
  await as(coordinator).privacy.setPeriod({ ...where, kind: 'support', months: 5 });

  const { entries } = await as(coordinator).privacy.processing(where);

  expect(entries.find(({ area }) => area === 'support')?.kept).toEqual([{ kind: 'support', months: 5 }]);
});

test('whoever does not see privacy sees no register and decides nothing', async () => {
  const { network, where } = await world();
  const stranger = await world();

  for (const person of [
    await newPerson(network, 'mentor'),
    await newPerson(network, 'viewer'),
    await newPerson(network, 'institution_manager', await newInstitution(network)),
  ]) {
    expect(await refusal(as(person).privacy.processing(where))).toBe('not_allowed');
    const decided = as(person).privacy.decideProcessing({ ...where, area: 'seats', basis: 'c' });
    expect(await refusal(decided)).toBe('not_allowed');
  }
  expect(await refusal(as(stranger.coordinator).privacy.processing(where))).toBe('not_found');
});

test('a person reads on which basis a network keeps what it holds about them, and nothing of others', async () => {
  const { network, coordinator, where } = await world();
  const mentor = await newPerson(network, 'mentor');
  const institutionId = await newInstitution(network);
  const trainingId = await newTraining(network, coordinator);
  await as(coordinator).seats.register({
    ...where,
    trainingId,
    institutionId,
    places: places('Pop'),
    requestKey: randomUUID(),
  });
  await as(coordinator).privacy.decideProcessing({
    ...where,
    area: 'roles',
    basis: 'b',
    note: 'By contract',
  });

  const { entries } = await as(mentor).privacy.ownProcessing(where);

  expect(entries.find(({ area }) => area === 'roles')).toMatchObject({ basis: 'b', note: 'By contract' });
  expect(entries.map(({ area }) => area)).not.toContain('seats');
  const { entries: of } = await as(coordinator).privacy.ownProcessing(where);
  expect(of.map(({ area }) => area)).toEqual(expect.arrayContaining(['roles', 'registrations', 'history']));
  const stranger = await newPerson(null, null);
  expect(await refusal(as(stranger).privacy.ownProcessing(where))).toBe('not_found');
});
