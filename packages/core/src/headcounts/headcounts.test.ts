import { expect, test } from 'vitest';
import {
  as,
  days,
  hours,
  newNetwork,
  newPerson,
  newTraining,
  refusal,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { ageBands, type Figures, genders, infoTopics, totalsOf, veiled, wrongSum } from './rules.ts';

await useTestDatabase();

const figures = (women: number, men: number, otherGender = 0): Figures => ({
  total: women + men + otherGender,
  women,
  men,
  otherGender,
  under18: 0,
  from18: women,
  from30: men,
  from55: otherGender,
});

async function session(network: TestNetwork, person: TestPerson, start: number, changes: object = {}) {
  return newTraining(network, person, {
    kind: 'information_session',
    givesCertificate: false,
    sessions: [{ startsAt: new Date(start), endsAt: new Date(start + hours(2)), halfDay: 'am' }],
    ...changes,
  });
}

test('BGM-09: 21 sessions over 7 topics with 296 participations, by gender, age and language, without a name', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const topics = infoTopics.filter((topic) => topic !== 'other');
  const counts = Array.from({ length: 21 }, (_, index) => (index < 2 ? 15 : 14));
  for (const [index, total] of counts.entries()) {
    const trainingId = await session(network, coordinator, Date.now() - days(30 - index));
    await as(coordinator).headCounts.record({
      network: network.code,
      trainingId,
      topic: topics[index % 7] ?? 'other',
      languages: index % 2 === 0 ? ['ro', 'ar'] : ['ro'],
      ...figures(8, total - 8),
    });
  }

  const report = await as(coordinator).headCounts.report({ network: network.code });

  expect(report.sessions).toBe(21);
  expect(report.totals).toMatchObject({ total: 296, women: 168, men: 128, from18: 168, from30: 128 });
  expect(report.rows.map(({ topic, sessions }) => [topic, sessions])).toEqual(
    topics.map((topic) => [topic, 3]),
  );
  expect(report.languages).toEqual([
    { language: 'ro', sessions: 21 },
    { language: 'ar', sessions: 11 },
  ]);
  const { seats } = await as(coordinator).trainings.manage({
    network: network.code,
    trainingId: await session(network, coordinator, Date.now() - days(1)),
  });
  expect(seats).toEqual([]);
});

test('sums that do not agree are told apart, and a second time corrects the first', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const trainingId = await session(network, coordinator, Date.now() - days(1));
  const record = (changes: Partial<Figures>) =>
    as(coordinator).headCounts.record({
      network: network.code,
      trainingId,
      topic: 'health',
      languages: ['ro'],
      ...figures(8, 6),
      ...changes,
    });

  expect(await refusal(record({ women: 9 }))).toBe('head_count_gender');
  expect(await refusal(record({ from55: 1 }))).toBe('head_count_age');
  await record({});
  await record(figures(5, 5, 1));
  const { counted } = await as(coordinator).headCounts.one({ network: network.code, trainingId });
  expect(counted).toMatchObject({ topic: 'health', ...figures(5, 5, 1) });
  const { totals } = await as(coordinator).headCounts.report({ network: network.code });
  expect(totals.total).toBe(11);
});

test('only an information session that has begun is counted, by those who keep it', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const trainer = await newPerson(network, 'trainer');
  const viewer = await newPerson(network, 'viewer');
  const past = Date.now() - days(1);
  const record = (person: TestPerson, trainingId: string) =>
    as(person).headCounts.record({
      network: network.code,
      trainingId,
      topic: 'work',
      languages: ['ro'],
      ...figures(8, 6),
    });
  const own = await session(network, coordinator, past, { trainerIds: [trainer.personId] });
  const other = await session(network, coordinator, past);

  await record(trainer, own);
  expect(await refusal(record(trainer, other))).toBe('not_allowed');
  expect(await refusal(record(viewer, own))).toBe('not_allowed');
  expect(
    await refusal(record(coordinator, await session(network, coordinator, past, { kind: 'training' }))),
  ).toBe('head_count_kind');
  expect(await refusal(record(coordinator, await session(network, coordinator, Date.now() + days(1))))).toBe(
    'head_count_early',
  );
});

test('a viewer reads no cell with fewer than five people, and cannot subtract one', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const viewer = await newPerson(network, 'viewer');
  for (const [topic, women, men] of [
    ['health', 20, 3],
    ['work', 12, 11],
  ] as const)
    await as(coordinator).headCounts.record({
      network: network.code,
      trainingId: await session(network, coordinator, Date.now() - days(1)),
      topic,
      languages: ['ro'],
      ...figures(women, men),
    });

  const whole = await as(coordinator).headCounts.report({ network: network.code });
  const seen = await as(viewer).headCounts.report({ network: network.code });

  expect([whole.isWhole, seen.isWhole]).toEqual([true, false]);
  expect(whole.rows[0]?.men).toBe(3);
  expect(seen.rows.map(({ women, men, otherGender }) => [women, men, otherGender])).toEqual([
    ['hidden', 'few', 0],
    ['hidden', 'hidden', 0],
  ]);
  expect(seen.totals.total).toBe(46);
  expect(await refusal(as(viewer).headCounts.table({ network: network.code }))).toBe('not_allowed');
});

test('whatever the figures are, no sum of a veiled table lacks exactly one of its cells', () => {
  let seed = 7;
  const drawn = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  for (let round = 0; round < 500; round++) {
    const rows = Array.from({ length: 1 + drawn(7) }, () => {
      const row = { women: drawn(12), men: drawn(12), otherGender: drawn(3) };
      const total = row.women + row.men + row.otherGender;
      const under18 = drawn(total + 1);
      const from18 = drawn(total - under18 + 1);
      const from30 = drawn(total - under18 - from18 + 1);
      return { total, ...row, under18, from18, from30, from55: total - under18 - from18 - from30 };
    });
    expect(rows.map(wrongSum)).toEqual(rows.map(() => null));

    const { rows: shown, totals } = veiled(rows);

    const table = [...shown, totals];
    const counts = [...rows, totalsOf(rows)];
    const sums = [
      ...table.flatMap((row) =>
        [genders, ageBands].map((parts) => [row.total, ...parts.map((part) => row[part])]),
      ),
      ...(['total', ...genders, ...ageBands] as const).map((column) => table.map((row) => row[column])),
    ];
    for (const sum of sums) expect(sum.filter((cell) => typeof cell === 'string').length).not.toBe(1);
    for (const [index, row] of table.entries())
      for (const column of ['total', ...genders, ...ageBands] as const) {
        const count = counts[index]?.[column] ?? 0;
        if (count > 0 && count < 5) expect(row[column]).toBe('few');
        else expect([count, 'hidden']).toContain(row[column]);
      }
  }
});
