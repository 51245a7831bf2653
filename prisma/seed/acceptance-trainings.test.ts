import { as, refusal, useTestDatabase } from '@tessera/core/testing.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { idOf, networkId, persona } from './acceptance.testing.server.ts';
import { topics } from './data/sessions-bg.ts';
import { wantThree } from './data/trainings-un.ts';

await useTestDatabase();
const visitor = as(null);

test('UNW-08: 40 requests of 18 municipalities become 36 confirmed and 4 waiting, never more than two each before the release', async () => {
  const { training, seats, events } = await unT1();

  const requests = events
    .filter(({ kind }) => kind === 'seats.registered')
    .map(({ payload }) => payload as Asked);
  const total = (key: 'confirmed' | 'waiting') => requests.reduce((sum, request) => sum + request[key], 0);
  expect([total('confirmed'), total('waiting')]).toEqual([36, 4]);
  expect(new Set(requests.map(({ institutionId }) => institutionId)).size).toBe(18);
  const release = training.quotaReleaseAt ?? new Date(0);
  const highest = events.filter(({ at }) => at < release).map(({ at }) => mostHeld(seats, events, at));
  expect(Math.max(...highest)).toBe(2);
});

test('UNW-08: a cancelled place moves the first in line up whom the quota allows, and after the release the first', async () => {
  const { training, seats, events } = await unT1();
  const [first = '', second = '', third = '', fourth = ''] = wantThree;

  const promotions = events
    .filter(({ kind }) => kind === 'seat.promoted')
    .map(({ at, objectId }) => ({
      before: at < (training.quotaReleaseAt ?? at),
      who: placeOf(seats.find(({ id }) => id === objectId)),
    }));
  const line = seats.filter(({ state }) => state === 'waiting').map((seat) => [seat.position, placeOf(seat)]);

  expect(promotions).toEqual([
    { before: true, who: second },
    { before: false, who: first },
  ]);
  expect(line).toEqual([
    [1, third],
    [2, fourth],
  ]);
});

test('UNW-09: of 36 confirmed 33 attended and 31 earned a certificate; every seat has a name', async () => {
  const { network, trainingId, seats } = await unT1();
  const trainer = await persona('trainer.un');
  const coordinator = await persona('coord.un');

  const sheet = await trainer.attendance.sheet({ network, trainingId });
  const certificates = await coordinator.certificates.list({ network, trainingId });

  const confirmed = seats.filter(({ state }) => state === 'confirmed');
  const attended = sheet.rows.filter(({ marks }) => Object.values(marks).includes('present'));
  expect(confirmed).toHaveLength(36);
  expect(confirmed.filter(({ participantId }) => participantId === null)).toEqual([]);
  expect(sheet.sessions).toHaveLength(6);
  expect(attended).toHaveLength(33);
  expect(certificates).toHaveLength(31);

  // Two came, and were there for less than the rule of the training asks for; the others have theirs.
  const { rows: judged, training } = await coordinator.certificates.results({ network, trainingId });
  expect([training.attendanceMeasure, training.attendanceThreshold]).toEqual(['half_days', 80]);
  const came = judged.filter(({ seatId }) => attended.some((row) => row.seatId === seatId));
  const without = came.filter(({ certificateId }) => certificateId === null);
  expect(without.map(({ verdict }) => verdict)).toEqual(
    [1, 2].map(() => ({ isEarned: false, attended: 4, held: 6, missed: [], lacks: ['attendance'] })),
  );
});

test('UNW-04: every municipality of track A came to a training', async () => {
  const coordinator = await persona('coord.un');
  const { institutions } = await visitor.institutions.list({ network: 'un' });

  const came = new Set<string | null>();
  for (const code of ['UN-T1', 'UN-T2', 'UN-T3']) {
    const { rows } = await coordinator.attendance.sheet({
      network: 'un',
      trainingId: await idOf('un', code),
    });
    for (const { marks, institutionName } of rows)
      if (Object.values(marks).includes('present')) came.add(institutionName);
  }

  const learning = institutions.filter(({ track }) => track === 'A');
  expect(
    learning.filter(({ name, otherNames }) => ![name, ...otherNames].some((each) => came.has(each))),
  ).toEqual([]);
});

test.each([
  ['UN-T1', 36, 33, 31],
  ['UN-T2', 30, 28, 28],
  ['UN-T3', 47, 41, 39],
])('%s: %i confirmed, %i attended, %i certificates', async (code, ...expected) => {
  expect(await figures('coord.un', 'un', code)).toEqual(expected);
});

test('UNW-10, A27: the register shows 340 different people in 6 categories and 3 counties', async () => {
  const coordinator = await persona('coord.un');
  const viewer = await persona('bga.viewer');

  const { table, named, people } = await coordinator.register.page({ network: 'un' });
  const seen = await viewer.register.page({ network: 'un' });

  expect(table.counties).toEqual(['Covasna / Kovászna', 'Harghita / Hargita', 'Mureș / Maros']);
  expect(table.rows.map(({ category, total }) => [category, total])).toEqual([
    ['public_institution', 96],
    ['ngo', 48],
    ['private_sector', 22],
    ['local_group', 24],
    ['in_contact', 117],
    ['volunteer', 33],
  ]);
  expect(table.totals).toEqual([106, 116, 118]);
  expect([table.total, named, people.length]).toEqual([340, 340, 50]);
  // Somebody who was in several trainings is one of them.
  expect(Math.max(...people.map(({ events }) => events))).toBeGreaterThan(1);
  expect([seen.table.total, seen.people]).toEqual([340, []]);
});

const stakeholderTrainings = ['BG-T1', 'BG-T2', 'BG-T3'].flatMap((code) => [`${code}-1`, `${code}-2`]);

test('BGM-12, A21: six trainings in three themes keep to 25 seats and run a waiting list', async () => {
  const network = 'bg-model';
  const coordinator = await persona('coord.bg');
  const { trainings } = await coordinator.trainings.catalogue({ network, when: 'all' });

  const themes = trainings.flatMap(({ code, theme }) => (stakeholderTrainings.includes(code) ? [theme] : []));
  expect(themes).toHaveLength(6);
  expect(new Set(themes).size).toBe(3);
  for (const code of stakeholderTrainings) {
    const trainingId = await idOf(network, code);
    const { training, seats } = await coordinator.trainings.manage({ network, trainingId });
    expect([code, training.capacity, training.takenCount <= 25]).toEqual([code, 25, true]);
    expect([code, seats.filter(({ state }) => state === 'waiting').map(({ position }) => position)]).toEqual([
      code,
      [1],
    ]);
    expect(seats.every(({ institutionId }) => institutionId !== null)).toBe(true);
  }
});

test('BGM-12: the six trainings of the Bulgarian network: 139 confirmed, 127 attended, 121 certificates', async () => {
  const each = await Promise.all(stakeholderTrainings.map((code) => figures('coord.bg', 'bg-model', code)));

  expect(each.reduce((sum, row) => sum.map((value, index) => value + (row[index] ?? 0)), [0, 0, 0])).toEqual([
    139, 127, 121,
  ]);
});

test('United Networks has open trainings, one nearly full, one with an offered place and a line', async () => {
  const { trainings } = await visitor.trainings.catalogue({ network: 'un' });
  const manager = await persona('im.band');

  const open = trainings.filter(({ window }) => window === 'open');
  const { seats } = await manager.seats.mine({ network: 'un', trainingId: await idOf('un', 'UN-T5') });

  expect(
    open.map(({ code, takenCount, capacity, waitingCount }) => [code, takenCount, capacity, waitingCount]),
  ).toEqual([
    ['UN-T4', 18, 20, 0],
    ['UN-T5', 16, 16, 2],
    ['UN-T8', 6, 30, 0],
  ]);
  expect(seats.map(({ state }) => state).sort()).toEqual(['offered', 'waiting']);
});

test('A20: information sessions on seven topics, three each, are events of the Bulgarian network that anyone finds', async () => {
  const { trainings } = await visitor.trainings.catalogue({
    network: 'bg-model',
    kind: 'information_session',
    when: 'all',
  });

  const held = trainings.map(({ code }) => code.replace(/^BG-I-(.*)-\d$/, '$1'));
  expect(held.toSorted()).toEqual(topics.flatMap(({ code }) => [code, code, code]).toSorted());
  expect(trainings.every(({ window }) => window === 'over')).toBe(true);
});

test('BGM-09: 21 information sessions are counted by topic, gender, age and language, and nobody is named', async () => {
  const network = 'bg-model';

  const report = await (await persona('coord.bg')).headCounts.report({ network });

  expect([report.sessions, report.totals.total]).toEqual([21, 296]);
  expect(report.rows.map(({ topic, sessions }) => [topic, sessions])).toEqual(
    topics.map(({ code }) => [code, 3]),
  );
  expect(report.languages.map(({ language }) => language).sort()).toEqual(['ar', 'bg', 'fa']);
});

test('the demo shows each proof of attendance, a wish for either date, and questions with a decision', async () => {
  const network = 'un-ms-1';
  const coordinator = await persona('coord.mures');
  const at = async (code: string) => ({ network, trainingId: await idOf(network, code) });

  const proven = await at('MS1-T2');
  const { sessions } = await coordinator.attendance.sheet(proven);
  const [morning, afternoon] = await Promise.all(
    sessions.map(({ id }) => coordinator.attendance.evidence({ ...proven, sessionId: id })),
  );
  const either = await coordinator.trainings.manage(await at('MS1-T3'));
  const other = await coordinator.trainings.manage(await at('MS1-T4'));
  const decided = await at('MS1-T5');
  const { seats } = await coordinator.trainings.manage(decided);
  const answers = await coordinator.questions.table(decided);

  expect([morning?.lists.length, morning?.signatures.length, morning?.isLocked]).toEqual([1, 2, true]);
  expect([afternoon?.presence.people, afternoon?.presence.given.length]).toEqual([2, 1]);
  const waiting = [either, other].map((each) => each.seats.filter(({ state }) => state === 'waiting'));
  expect(waiting.map((each) => each.length)).toEqual([1, 1]);
  expect(waiting[0]?.[0]?.wishId).toBe(waiting[1]?.[0]?.wishId);
  expect(seats.map(({ state }) => state).sort()).toEqual(['confirmed', 'pending', 'rejected']);
  expect(answers.questions.map(({ name }) => name)).toEqual(['case_about', 'hoped_for']);
});

test('SOMS-A09: the transnational exchange takes institutions of three networks and counts five countries', async () => {
  const at = { network: 'soms', trainingId: await idOf('soms', 'SOMS-X1') };
  const page = await (await persona('coord.soms')).exchange.page(at);

  expect(page.countries).toEqual(['BG', 'DE', 'FI', 'PL', 'SI']);
  expect(page.networks.map(({ code, institutions, seats }) => [code, institutions, seats])).toEqual([
    [null, 2, 6],
    ['bg-model', 3, 7],
    ['involvim', 4, 9],
  ]);
  expect(page.contacts).toHaveLength(7);
});

test.each([
  ['inv-fi', 'FI-V1', 'coord.fi', 3],
  ['inv-pt', 'PT-V1', 'coord.pt', 2],
  ['inv-pl', 'PL-V1', 'coord.pl', 1],
  ['inv-si', 'SI-V1', 'coord.si', 2],
  ['inv-ie', 'IE-V1', 'coord.ie', 0],
])(
  'INV-10: in %s every region has its four seats, and institutions wrote down what they take home',
  async (network, code, mailbox, written) => {
    const at = { network, trainingId: await idOf(network, code) };
    const page = await (await persona(mailbox)).exchange.page(at);

    expect(page.networks.map(({ seats }) => seats)).toEqual([4, 4, 4, 4, 4]);
    expect(page.countries).toEqual(['FI', 'IE', 'PL', 'PT', 'SI']);
    expect(page.training.quotas.map(({ scope, size }) => [scope, size])).toEqual(
      Array.from({ length: 5 }, () => ['origin', 4]),
    );
    expect(page.takeaways).toHaveLength(written);
    expect(page.takeaways.every(({ adoptBy }) => adoptBy !== null)).toBe(true);
  },
);

test('a training that is shared over the partner link is seen by the partner and by nobody else', async () => {
  const trainingId = await idOf('bg-model', 'BG-T4');
  const [adviser, other] = [await persona('adviser.ro'), await persona('coord.un')];

  const seen = await adviser.trainings.catalogue({ network: 'soms' });

  expect(seen.trainings.filter(({ isShared }) => isShared).map(({ id }) => id)).toEqual([trainingId]);
  expect(await refusal(other.trainings.page({ network: 'un', trainingId }))).toBe('not_found');
  expect(await refusal(visitor.trainings.page({ network: 'bg-model', trainingId }))).toBe('not_found');
});

type Asked = { institutionId: string; confirmed: number; waiting: number };
type UnT1 = Awaited<ReturnType<typeof unT1>>;

async function unT1() {
  const network = 'un';
  const trainingId = await idOf(network, 'UN-T1');
  const coordinator = await persona('coord.un');
  const { training, seats } = await coordinator.trainings.manage({ network, trainingId });
  const id = await networkId(network);
  const events = await inNetwork(id, (tx) =>
    tx.prisma.domainEvent.findMany({
      where: { networkId: id, payload: { path: ['trainingId'], equals: trainingId } },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    }),
  );
  return { network, trainingId, training, seats, events };
}

/** The most places that one institution held after everything that happened until an instant, by the events alone. */
function mostHeld(seats: UnT1['seats'], events: UnT1['events'], until: Date): number {
  const held = new Map<string, number>();
  const add = (institutionId: string | null | undefined, count: number) => {
    if (institutionId) held.set(institutionId, (held.get(institutionId) ?? 0) + count);
  };
  for (const { kind, objectId, payload } of events.filter(({ at }) => at <= until)) {
    const owner = seats.find(({ id }) => id === objectId)?.institutionId;
    if (kind === 'seats.registered') add((payload as Asked).institutionId, (payload as Asked).confirmed);
    if (kind === 'seat.promoted') add(owner, 1);
    if (kind === 'seat.cancelled' && (payload as { from: string }).from !== 'waiting') add(owner, -1);
  }
  return Math.max(...held.values(), 0);
}

function placeOf(seat: UnT1['seats'][number] | undefined): string {
  return (seat?.institutionName ?? '')
    .replace(/^(Comuna|Municipality of) /, '')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase();
}

async function figures(mailbox: string, network: string, code: string): Promise<number[]> {
  const coordinator = await persona(mailbox);
  const trainingId = await idOf(network, code);
  const { rows } = await coordinator.attendance.sheet({ network, trainingId });
  const certificates = await coordinator.certificates.list({ network, trainingId });
  const attended = rows.filter(({ marks }) => Object.values(marks).includes('present'));
  return [rows.length, attended.length, certificates.length];
}
