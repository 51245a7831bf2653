import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Coordinated, openNetworks } from '../networks/founding.testing.server.ts';
import {
  as,
  countStatements,
  days,
  newInstitution,
  newPerson,
  newTraining,
  places,
  refusal,
  type TestPerson,
} from '../testing.server.ts';

const { admin, coordinated, eventsOf } = await openNetworks();

const link = async (host: Coordinated, guest: Coordinated) => {
  const modules = { modules: ['trainings' as const] };
  const [network, partner] = [host.network.code, guest.network.code];
  await as(host.coordinator).partners.propose({ network, partner, ...modules });
  await as(guest.coordinator).partners.answer({
    network: partner,
    partner: network,
    answer: 'accept',
    ...modules,
  });
};

const share = (host: Coordinated, guest: Coordinated, trainingId: string, takesGuests = true) =>
  as(host.coordinator).trainings.share({
    network: host.network.code,
    trainingId,
    recipient: guest.network.code,
    takesGuests,
  });

/** A network with an institution and its manager, in a country. */
async function origin(country = 'RO') {
  const one = await coordinated();
  const institutionId = await newInstitution(one.network);
  await admin.query('update institution set country = $2 where id = $1', [institutionId, country]);
  const manager = await newPerson(one.network, 'institution_manager', institutionId);
  return { ...one, institutionId, manager };
}
type Origin = Awaited<ReturnType<typeof origin>>;

const ask = (guest: Origin, trainingId: string, ...names: (string | null)[]) =>
  as(guest.manager).exchange.register({
    network: guest.network.code,
    trainingId,
    places: places(...names),
    requestKey: randomUUID(),
  });

async function exchange(details: Parameters<typeof newTraining>[2] = {}) {
  const [host, guest] = [await coordinated(), await origin('BG')];
  await link(host, guest);
  const trainingId = await newTraining(host.network, host.coordinator, {
    visibility: 'network',
    ...details,
  });
  await share(host, guest, trainingId);
  return { host, guest, trainingId, at: { network: host.network.code, trainingId } };
}

test('SOMS-A09: an exchange event takes institutions of several networks and counts their countries', async () => {
  const { host, guest, trainingId, at } = await exchange();
  const third = await origin('PL');
  await link(host, third);
  await share(host, third, trainingId);
  const own = await newInstitution(host.network);
  await as(host.coordinator).seats.register({
    ...at,
    institutionId: own,
    places: places('Pop'),
    requestKey: randomUUID(),
  });

  expect(await ask(guest, trainingId, 'Petrova', 'Ivanov')).toMatchObject({ confirmed: 2, waiting: 0 });
  expect(await ask(third, trainingId, 'Nowak')).toMatchObject({ confirmed: 1 });

  const page = await as(host.coordinator).exchange.page(at);
  expect(page.countries).toEqual(['BG', 'PL', 'RO']);
  expect(page.institutions).toBe(3);
  expect(page.networks.map(({ code, seats }) => [code, seats]).toSorted()).toEqual(
    [
      [guest.network.code, 2],
      [null, 1],
      [third.network.code, 1],
    ].toSorted(),
  );
  expect(page.contacts.map(({ contactEmail }) => contactEmail)).toEqual([
    guest.manager.email,
    third.manager.email,
  ]);
  const { seats } = await as(host.coordinator).trainings.manage(at);
  expect(seats.filter(({ origin: from }) => from === guest.network.code)).toHaveLength(2);
  expect(await eventsOf(guest.network, 'seats.registered_away')).toHaveLength(1);
  expect(await eventsOf(host.network, 'seats.registered')).toHaveLength(3);
});

test('INV-10: a quota for each region keeps to its number, and the rest of a region waits', async () => {
  const { host, guest, trainingId, at } = await exchange({ capacity: 10, promotion: 'automatic' });
  const third = await origin('PL');
  await link(host, third);
  await share(host, third, trainingId);
  await as(host.coordinator).trainings.changeCapacity({
    ...at,
    capacity: 10,
    quotas: [
      { scope: 'origin', key: guest.network.code, size: 2 },
      { scope: 'origin', key: '@own', size: 0 },
    ],
  });

  expect(await ask(guest, trainingId, 'A', 'B', 'C')).toMatchObject({ confirmed: 2, waiting: 1 });
  expect(await ask(third, trainingId, 'D', 'E', 'F')).toMatchObject({ confirmed: 3, waiting: 0 });
  const own = await newInstitution(host.network);
  const asked = as(host.coordinator).seats.register({
    ...at,
    institutionId: own,
    places: places('G'),
    requestKey: randomUUID(),
  });
  expect(await asked).toMatchObject({ confirmed: 0, waiting: 1 });

  const [away] = await as(guest.manager).exchange.away({ network: guest.network.code });
  const held = away?.seats.find(({ state }) => state === 'confirmed');
  await as(guest.manager).exchange.cancel({ network: guest.network.code, seatId: held?.id ?? '' });
  const [after] = await as(guest.manager).exchange.away({ network: guest.network.code });
  expect(after?.seats.map(({ state }) => state).toSorted()).toEqual(['cancelled', 'confirmed', 'confirmed']);
});

test('a partner that may only read asks for no seat, and a revoked partnership ends asking at once and leaves the seats', async () => {
  const { host, guest, trainingId, at } = await exchange();
  await ask(guest, trainingId, 'Petrova');
  await share(host, guest, trainingId, false);
  expect(await refusal(ask(guest, trainingId, 'Ivanov'))).toBe('not_found');
  await share(host, guest, trainingId, true);

  await as(guest.coordinator).partners.revoke({
    network: guest.network.code,
    partner: host.network.code,
  });

  expect(await refusal(ask(guest, trainingId, 'Ivanov'))).toBe('not_found');
  const { seats } = await as(host.coordinator).trainings.manage(at);
  expect(seats.map(({ state }) => state)).toEqual(['confirmed']);
  const [away] = await as(guest.manager).exchange.away({ network: guest.network.code });
  expect(away?.seats.map(({ familyName }) => familyName)).toEqual(['Petrova']);
  await as(guest.manager).exchange.cancel({
    network: guest.network.code,
    seatId: away?.seats[0]?.id ?? '',
  });
  expect((await as(host.coordinator).trainings.manage(at)).seats.map(({ state }) => state)).toEqual([
    'cancelled',
  ]);
});

test('guests are nobody in the host network but for their seats', async () => {
  const { host, guest, trainingId } = await exchange();
  const other = await newTraining(host.network, host.coordinator, { visibility: 'network' });
  await ask(guest, trainingId, 'Petrova');
  const secret = await newInstitution(host.network, 'Secret place');
  const inHost = { network: host.network.code };

  expect(await refusal(as(guest.manager).seats.mine(inHost))).toBe('not_found');
  expect(await refusal(as(guest.manager).trainings.page({ ...inHost, trainingId: other }))).toBe('not_found');
  expect(await refusal(ask(guest, other, 'Ivanov'))).toBe('not_found');
  const asSecret = as(guest.manager).exchange.register({
    network: guest.network.code,
    trainingId,
    institutionId: secret,
    places: places('Ivanov'),
    requestKey: randomUUID(),
  });
  expect(await refusal(asSecret)).toBe('not_allowed');
  const own = await as(host.coordinator).seats.register({
    ...inHost,
    trainingId,
    institutionId: secret,
    places: places('Pop'),
    requestKey: randomUUID(),
  });
  const { seats } = await as(host.coordinator).trainings.manage({ ...inHost, trainingId });
  const theirs = seats.find(({ registrationId }) => registrationId === own.registrationId)?.id ?? '';
  expect(
    await refusal(as(guest.manager).exchange.cancel({ network: guest.network.code, seatId: theirs })),
  ).toBe('not_found');
  const card = await as(null).institutions.list(inHost);
  expect(card.institutions.map(({ id }) => id)).not.toContain(guest.institutionId);
  const colleague = await newPerson(
    guest.network,
    'institution_manager',
    await newInstitution(guest.network),
  );
  expect(await as(colleague).exchange.away({ network: guest.network.code })).toEqual([]);
});

test('what guests need is sealed with the key of the host, and guests name a seat and answer an offer from their side', async () => {
  const { host, guest, trainingId, at } = await exchange({ capacity: 1, promotion: 'offer' });
  const inGuest = { network: guest.network.code };
  const own = await as(host.coordinator).seats.register({
    ...at,
    institutionId: await newInstitution(host.network),
    places: places('Pop'),
    requestKey: randomUUID(),
  });
  await as(guest.manager).exchange.register({
    ...inGuest,
    trainingId,
    places: [{ wheelchair: true }],
    requestKey: randomUUID(),
  });
  const seat = async () => (await as(guest.manager).exchange.away(inGuest))[0]?.seats[0];
  const { seats } = await as(host.coordinator).trainings.manage(at);
  const first = seats.find(({ registrationId }) => registrationId === own.registrationId)?.id ?? '';
  await as(host.coordinator).seats.cancel({ network: host.network.code, seatId: first });

  expect((await as(host.coordinator).support.counts(at)).counts).toHaveLength(1);
  expect(await seat()).toMatchObject({ state: 'offered', familyName: null });
  const seatId = (await seat())?.id ?? '';
  await as(guest.manager).exchange.answerOffer({ ...inGuest, seatId, answer: 'accept' });
  await as(guest.manager).exchange.name({ ...inGuest, seatId, givenName: 'Ana', familyName: 'Petrova' });
  expect(await seat()).toMatchObject({ state: 'confirmed', familyName: 'Petrova' });
});

test('the same form twice asks once, and nobody finds what others made with a key', async () => {
  const { host, guest, trainingId, at } = await exchange();
  const form = (person: TestPerson, key: string) =>
    as(person).exchange.register({
      network: guest.network.code,
      trainingId,
      places: places('Petrova'),
      requestKey: key,
    });
  const key = randomUUID();
  const first = await form(guest.manager, key);
  expect(await form(guest.manager, key)).toEqual({ ...first, isRepeat: true });
  const own = randomUUID();
  await as(host.coordinator).seats.register({
    ...at,
    institutionId: await newInstitution(host.network),
    places: places('Pop'),
    requestKey: own,
  });
  expect(await refusal(form(guest.manager, own))).toBe('invalid');
  expect((await as(host.coordinator).trainings.manage(at)).seats).toHaveLength(2);
});

test('many regions at once never get more seats than there are, and a revocation leaves no guest after it', async () => {
  const { host, guest, trainingId, at } = await exchange({ capacity: 3 });
  const guests = [guest, await origin('PL'), await origin('SI')];
  for (const one of guests.slice(1)) {
    await link(host, one);
    await share(host, one, trainingId);
  }
  const answers = await Promise.allSettled([
    ...guests.flatMap((one) => [
      ask(one, trainingId, `X${one.network.tag}`),
      ask(one, trainingId, `Y${one.network.tag}`),
    ]),
    as(guest.coordinator).partners.revoke({ network: guest.network.code, partner: host.network.code }),
  ]);

  expect(answers.at(-1)?.status).toBe('fulfilled');
  const { training, seats } = await as(host.coordinator).trainings.manage(at);
  expect(seats.filter(({ state }) => state === 'confirmed').length).toBe(training.takenCount);
  expect(training.takenCount).toBeLessThanOrEqual(3);
  expect(seats).toHaveLength(training.takenCount + training.waitingCount);
  expect(await refusal(ask(guest, trainingId, 'late'))).toBe('not_found');
});

test('INV-10: after the event each participating institution writes down what it takes home, and the host reads all', async () => {
  const { host, guest, trainingId, at } = await exchange();
  await ask(guest, trainingId, 'Petrova');
  const words = { learned: 'One desk for all papers', adopts: 'A common desk', adoptBy: '2027-03-01' };
  const note = (person: TestPerson, network: string, now: Date) =>
    as(person, now).exchange.recordTakeaway({ network, trainingId, ...words });
  const after = new Date(Date.now() + days(20));

  expect(await refusal(note(guest.manager, guest.network.code, new Date()))).toBe('takeaway_too_early');
  await note(guest.manager, guest.network.code, after);
  const own = await newInstitution(host.network);
  const stranger = await newPerson(host.network, 'institution_manager', own);
  expect(await refusal(note(stranger, host.network.code, after))).toBe('takeaway_not_there');

  const page = await as(host.coordinator, after).exchange.page(at);
  expect(page.takeaways).toMatchObject([{ ...words, institutionId: guest.institutionId, country: 'BG' }]);
  const seen = await as(guest.manager, after).exchange.takeaways({ network: guest.network.code, trainingId });
  expect(seen.takeaways.map(({ learned }) => learned)).toEqual([words.learned]);
  const table = await as(host.coordinator, after).exports.takeaways(at);
  expect(table.rows.map((row) => row.slice(1))).toEqual([['BG', words.learned, words.adopts, words.adoptBy]]);
});

test('the list of seats elsewhere asks as much for three as for one', async () => {
  const { guest, trainingId } = await exchange({ capacity: 30 });
  const list = () => as(guest.manager).exchange.away({ network: guest.network.code });
  await ask(guest, trainingId, 'A');
  const one = await countStatements(list);
  await ask(guest, trainingId, 'B');
  await ask(guest, trainingId, 'C');

  expect(await countStatements(list)).toBe(one);
});
