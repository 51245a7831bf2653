import { expect, test } from 'vitest';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  refusal,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';

await useTestDatabase();

async function world() {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const trainer = await newPerson(network, 'trainer');
  const trainingId = await newTraining(network, coordinator, {
    kind: 'study_visit',
    venue: 'Sala Mare',
    trainerIds: [trainer.personId],
    timeZone: 'Europe/Vienna',
  });
  const where = { network: network.code, trainingId };
  const page = (id: string, who: typeof coordinator | null = coordinator) =>
    as(who).trainings.page({ network: network.code, trainingId: id });
  return { network, coordinator, trainer, trainingId, where, page, source: await page(trainingId) };
}

test('a copy is a draft with everything but the people, at its new start', async () => {
  const { coordinator, trainer, where, page, source } = await world();
  const startsAt = new Date(source.startsAt.getTime() + days(70));

  const { trainingIds } = await as(coordinator).trainings.copy({ ...where, code: 'COPY', startsAt });

  const copy = await page(trainingIds[0] ?? '');
  expect(trainingIds).toHaveLength(1);
  expect([copy.code, copy.state, copy.kind, copy.venue, copy.timeZone, copy.takenCount]).toEqual([
    'COPY',
    'draft',
    'study_visit',
    'Sala Mare',
    'Europe/Vienna',
    0,
  ]);
  expect(copy.startsAt).toEqual(startsAt);
  expect(copy.sessions).toHaveLength(source.sessions.length);
  expect(copy.trainers.map(({ id }) => id)).toEqual([trainer.personId]);
  expect([copy.title, copy.series]).toEqual([source.title, []]);
});

test('the rules by which seats are given are copied, and what they date moves along', async () => {
  const { network, coordinator, where, trainingId, page, source } = await world();
  const releaseAt = new Date(source.startsAt.getTime() - hours(3));
  const quota = { scope: 'institution_kind', key: 'municipality', size: 2, releaseAt } as const;
  await as(coordinator).trainings.changeCapacity({
    ...where,
    capacity: source.capacity,
    quotas: [quota],
    priorityRule: 'institutions_without_seat_first',
    partyRule: 'strict',
  });
  const startsAt = new Date(source.startsAt.getTime() + days(70));

  const { trainingIds } = await as(coordinator).trainings.copy({ ...where, code: 'RULES', startsAt });

  const later = new Date(startsAt.getTime() - hours(3));
  const rules = async (id: string) => {
    const { priorityRule, partyRule, quotas } = await page(id);
    return { priorityRule, partyRule, quotas };
  };
  const moved = {
    priorityRule: 'institutions_without_seat_first',
    partyRule: 'strict',
    quotas: [{ ...quota, releaseAt: later, name: null }],
  };
  expect(await rules(trainingIds[0] ?? '')).toEqual(moved);

  await as(coordinator).trainings.postpone({ network: network.code, trainingId, startsAt });
  expect(await rules(trainingId)).toEqual(moved);
});

test('a series makes drafts with numbered codes; what is published names the other dates, drafts stay hidden', async () => {
  const { network, coordinator, trainingId, where, page, source } = await world();
  const startsAt = new Date(source.startsAt.getTime() + days(7));

  const { trainingIds } = await as(coordinator).trainings.copy({
    ...where,
    code: 'S',
    startsAt,
    repeat: 'weekly',
    count: 3,
  });
  const hidden = (await page(trainingId, null)).series;
  for (const id of trainingIds.slice(0, 2))
    await as(coordinator).trainings.move({ network: network.code, trainingId: id, move: 'publish' });

  const codes = await Promise.all(trainingIds.map(async (id) => (await page(id)).code));
  expect(codes).toEqual(['S-1', 'S-2', 'S-3']);
  expect(hidden).toEqual([]);
  expect((await page(trainingId, null)).series.map(({ id }) => id)).toEqual(trainingIds.slice(0, 2));
  expect((await page(trainingIds[0] ?? '', null)).series.map(({ id }) => id)).toEqual([
    trainingId,
    trainingIds[1],
  ]);
});

test('one event of a series is changed alone, by whoever may change that one', async () => {
  const { network, coordinator, trainer, trainingId, where, page, source } = await world();
  const startsAt = new Date(source.startsAt.getTime() + days(7));
  const { trainingIds } = await as(coordinator).trainings.copy({
    ...where,
    code: 'S',
    startsAt,
    repeat: 'fortnightly',
    count: 2,
  });
  const [first = '', second = ''] = trainingIds;
  const details = trainingDetails(network, { code: 'S-1', venue: 'Sala Mică', trainerIds: [] });

  await as(coordinator).trainings.edit({ ...details, trainingId: first });

  expect([(await page(first)).venue, (await page(second)).venue, (await page(trainingId)).venue]).toEqual([
    'Sala Mică',
    'Sala Mare',
    'Sala Mare',
  ]);
  expect(await refusal(as(trainer).trainings.edit({ ...details, trainingId: first }))).toBe('not_allowed');
  await as(trainer).trainings.edit({ ...details, code: 'S-2', trainingId: second });
});

test('a code that is taken makes no draft at all, and only coordinators copy', async () => {
  const { network, coordinator, trainer, where, source } = await world();
  const manager = await newPerson(network, 'institution_manager', await newInstitution(network));
  await as(coordinator).trainings.create(trainingDetails(network, { code: 'S-2' }));
  const copy = {
    ...where,
    code: 'S',
    startsAt: new Date(source.startsAt.getTime() + days(7)),
    repeat: 'weekly' as const,
    count: 3,
  };

  expect(await refusal(as(coordinator).trainings.copy(copy))).toBe('code_taken');
  for (const person of [trainer, manager])
    expect(await refusal(as(person).trainings.copy(copy))).toBe('not_allowed');
  const all = await as(coordinator).trainings.catalogue({ network: network.code, when: 'all' });
  expect(all.total).toBe(2);
});
