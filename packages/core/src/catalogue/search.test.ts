import { randomUUID } from 'node:crypto';
import { inScope } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { acceptLink } from '../networks/links.server.ts';
import {
  as,
  countStatements,
  newNetwork,
  newPerson,
  newTraining,
  type TestNetwork,
  type TestPerson,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';

await useTestDatabase();

const hidden = 'network' as const;
type Changes = Parameters<typeof newTraining>[2];

/** An event whose title carries a word that no other test uses. */
function newEvent(network: TestNetwork, coordinator: TestPerson, title: string, changes: Changes = {}) {
  return newTraining(network, coordinator, { texts: [{ language: 'ro', title }], ...changes });
}

const idsOf = ({ trainings }: { trainings: { id: string }[] }) => trainings.map(({ id }) => id);
// Long enough that no other one is taken for its misspelling.
const word = () =>
  randomUUID()
    .replaceAll('-', '')
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');

test('a visitor finds public events of every network, without diacritics and with a mistyped letter', async () => {
  const [one, other] = [await newNetwork(), await newNetwork()];
  const [ana, ion] = [await newPerson(one, 'coordinator'), await newPerson(other, 'coordinator')];
  const mark = word();
  const first = await newEvent(one, ana, `Așezări ${mark} participativă`);
  const second = await newEvent(other, ion, `Planificare ${mark}`, { venue: 'Sfântu Gheorghe' });
  await newEvent(one, ana, `Ascuns ${mark}`, { visibility: hidden });

  const search = (q: string) => as(null).catalogue.search({ q, sort: 'date' });

  expect(idsOf(await search(mark)).toSorted()).toEqual([first, second].toSorted());
  expect(idsOf(await search(`${mark} ASEZARI`))).toEqual([first]);
  expect(idsOf(await search(`${mark} partcipativa`))).toEqual([first]);
  expect(idsOf(await search(`${mark} sfantu`))).toEqual([second]);
  expect(idsOf(await search(`${mark} mentorat`))).toEqual([]);
  expect(idsOf(await search(`${mark} 100%_`))).toEqual([]);
});

test('UNW-13: a place among other words is found by each of its names', async () => {
  const network = await newNetwork();
  const mark = word();
  const id = await newEvent(network, await newPerson(network, 'coordinator'), `Atelier ${mark} Mureș`);
  for (const name of ['Mureș', 'Mureş', 'mures', 'Maros'])
    expect([name, idsOf(await as(null).catalogue.search({ q: `${mark} ${name}` }))]).toEqual([name, [id]]);
});

test('members see what their networks and partners keep among themselves; nobody else does', async () => {
  const [home, partner, far] = [await newNetwork(), await newNetwork(), await newNetwork()];
  const [ana, ion, eva] = [
    await newPerson(home, 'coordinator'),
    await newPerson(partner, 'coordinator'),
    await newPerson(far, 'coordinator'),
  ];
  const now = new Date();
  await acceptLink(null, { networkId: home.id, now }, { networkId: partner.id, now }, ['trainings']);
  const mark = word();
  const own = await newEvent(home, ana, `Own ${mark}`, { visibility: hidden });
  const shared = await newEvent(partner, ion, `Shared ${mark}`, { visibility: hidden });
  const kept = await newEvent(partner, ion, `Kept ${mark}`, { visibility: hidden });
  await as(ana).trainings.create({
    ...trainingDetails(home),
    texts: [{ language: 'ro', title: `Draft ${mark}` }],
  });
  await as(ion).trainings.share({ network: partner.code, trainingId: shared, recipient: home.code });

  const found = await as(ana).catalogue.search({ q: mark });
  expect(idsOf(found).toSorted()).toEqual([own, shared].toSorted());
  // What is shared is read in the network that it is shared with.
  expect(found.trainings.find(({ id }) => id === shared)?.networkCode).toBe(home.code);
  expect(idsOf(await as(ion).catalogue.search({ q: mark })).toSorted()).toEqual([shared, kept].toSorted());
  expect(idsOf(await as(eva).catalogue.search({ q: mark }))).toEqual([]);
  expect(idsOf(await as(null).catalogue.search({ q: mark }))).toEqual([]);

  await as(ion).trainings.revokeShare({ network: partner.code, trainingId: shared, recipient: home.code });
  expect(idsOf(await as(ana).catalogue.search({ q: mark }))).toEqual([own]);
});

test('each value of a filter says how many it would leave, and each filter how many there are without it', async () => {
  const network = await newNetwork();
  const ana = await newPerson(network, 'coordinator');
  const mark = word();
  await newEvent(network, ana, `A ${mark}`, { kind: 'study_visit', mode: 'online', venue: 'Kraj' });
  const second = await newEvent(network, ana, `B ${mark}`, { kind: 'study_visit', languages: ['ro', 'hu'] });
  await newEvent(network, ana, `C ${mark}`, { kind: 'meeting', mode: 'online' });

  const { trainings, counts } = await as(null).catalogue.search({
    q: mark,
    kind: 'study_visit',
    mode: 'onsite',
    host: network.code,
  });

  const of = (filter: string) =>
    Object.fromEntries(
      counts.filter((count) => count.filter === filter).map(({ value, count }) => [value, count]),
    );
  expect(idsOf({ trainings })).toEqual([second]);
  expect(of('kind')).toEqual({ '': 1, study_visit: 1 });
  expect(of('mode')).toEqual({ '': 2, online: 1, onsite: 1 });
  expect(of('language')).toEqual({ '': 1, ro: 1, hu: 1 });
  expect(of('country')).toEqual({ '': 1, RO: 1 });
  expect(of('place')).toEqual({ '': 1 });
  expect(of('period')).toEqual({ '': 1 });
});

test('days are those of the place, and naming a day looks into the past too', async () => {
  const network = await newNetwork();
  const ana = await newPerson(network, 'coordinator');
  const mark = word();
  const session = (day: string) => [
    { startsAt: new Date(`${day}T21:30:00Z`), endsAt: new Date(`${day}T23:30:00Z`), halfDay: 'pm' as const },
  ];
  // In Bucharest it is already the second day of May.
  const past = await newEvent(network, ana, `Past ${mark}`, { sessions: session('2024-05-01') });
  const find = (from: string, to: string) => as(null).catalogue.search({ q: mark, from, to });

  const upcoming = await as(null).catalogue.search({ q: mark });
  expect(idsOf(upcoming)).toEqual([]);
  expect(upcoming.counts).toContainEqual({ filter: 'period', value: '', label: null, count: 1 });
  expect(idsOf(await find('2024-05-02', '2024-05-02'))).toEqual([past]);
  expect(idsOf(await find('2024-05-01', '2024-05-01'))).toEqual([]);
  expect(
    idsOf(
      await as(null).trainings.catalogue({ network: network.code, from: '2024-05-02', to: '2024-05-03' }),
    ),
  ).toEqual([past]);
});

test('a network that switched trainings off is not in the list, nor is one beneath it', async () => {
  const parent = await newNetwork();
  const child = await newNetwork({ parentCode: parent.code, kind: 'county' });
  const [ana, ion] = [await newPerson(parent, 'coordinator'), await newPerson(child, 'coordinator')];
  const mark = word();
  await newEvent(parent, ana, `Parent ${mark}`);
  const beneath = await newEvent(child, ion, `Child ${mark}`);
  const find = async () => idsOf(await as(null).catalogue.search({ q: mark }));
  expect((await find()).length).toBe(2);

  const off = (networkId: string, value: boolean) =>
    inScope({ networkId }, async (tx) => {
      const key = { networkId, key: 'module.trainings' };
      await tx.prisma.networkSetting.deleteMany({ where: key });
      await tx.prisma.networkSetting.create({
        data: { ...key, value, isInherited: true, changedAt: new Date() },
      });
    });
  await off(parent.id, false);
  expect(await find()).toEqual([]);

  await off(child.id, true);
  expect(await find()).toEqual([beneath]);
});

test('the list asks the database once, whatever it finds', async () => {
  expect(await countStatements(() => as(null).catalogue.search({ q: 'nothing-like-this' }))).toBe(2);
  expect(await countStatements(() => as(null).catalogue.search({ when: 'all' }))).toBe(2);
});
