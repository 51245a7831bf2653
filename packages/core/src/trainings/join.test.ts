import { randomUUID } from 'node:crypto';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import {
  as,
  days,
  join,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  refusal,
  type TestPerson,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';

await useTestDatabase();

const joinUrl = 'https://rooms.example/raum-7?pwd=QUIET';

/** One seat, which the first institution has; the second waits for it. */
async function world() {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const trainer = await newPerson(network, 'trainer');
  const [first, second] = [await newInstitution(network), await newInstitution(network)];
  const manager = await newPerson(network, 'institution_manager', first);
  const waiting = await newPerson(network, 'institution_manager', second);
  const mentor = await newPerson(network, 'mentor');
  const trainingId = await newTraining(network, coordinator, {
    mode: 'hybrid',
    capacity: 1,
    trainerIds: [trainer.personId],
    joinUrl,
  });
  const where = { network: network.code, trainingId };
  const register = (person: TestPerson, institutionId: string, email?: string) =>
    as(person).seats.register({
      ...where,
      institutionId,
      places: [{ givenName: 'Ion', familyName: 'Pop', ...(email ? { email } : {}) }],
      requestKey: randomUUID(),
    });
  await register(manager, first, mentor.email);
  await register(waiting, second);
  const asked = async (person: TestPerson) => (await as(person).trainings.joinLink(where)).url;
  return { network, coordinator, trainer, manager, waiting, mentor, where, trainingId, asked };
}

test('the room is known to confirmed places, their institution, trainers and coordinators, and to nobody else', async () => {
  const { network, coordinator, trainer, manager, waiting, mentor, where, asked } = await world();
  const bystander = await newPerson(network, 'volunteer');
  const viewer = await newPerson(network, 'viewer');
  const elsewhere = await newPerson(await newNetwork(), 'coordinator');
  const { seats } = await as(manager).seats.mine(where);
  const seatId = seats[0]?.id ?? '';
  const link = (id: string) =>
    inScope({ networkId: network.id, door: 'identity' }, (tx) =>
      tx.prisma.participant.updateMany({
        where: { networkId: network.id, seats: { some: { id: seatId } } },
        data: { personId: id },
      }),
    );
  await link(mentor.personId);

  expect([await asked(coordinator), await asked(trainer), await asked(manager), await asked(mentor)]).toEqual(
    [joinUrl, joinUrl, joinUrl, joinUrl],
  );
  expect([await asked(waiting), await asked(bystander), await asked(viewer)]).toEqual([null, null, null]);
  expect(await refusal(as(elsewhere).trainings.joinLink(where))).toBe('not_found');
  expect(await refusal(as(null).trainings.joinLink(where))).toMatch(/sign_in_needed|not_found/);
  const other = await newNetwork();
  await join(other, elsewhere, 'coordinator');
  const crossed = { network: other.code, trainingId: where.trainingId };
  expect(await as(elsewhere).trainings.joinLink(crossed)).toEqual({ url: null });

  await as(manager).seats.cancel({ network: network.code, seatId });
  expect([await asked(mentor), await asked(manager)]).toEqual([null, null]);
  // The seat went to who waited for it.
  expect(await asked(waiting)).toBe(joinUrl);
});

test('a place on site does not open the online room', async () => {
  const { network, manager, trainingId, asked } = await world();
  await inNetwork(network.id, (tx) =>
    tx.prisma.seat.updateMany({ where: { networkId: network.id, trainingId }, data: { mode: 'onsite' } }),
  );

  expect(await asked(manager)).toBeNull();
});

test('no list, calendar, search or feed carries the address of the room, and a page only beside a confirmed seat', async () => {
  const { network, coordinator, manager, waiting, where } = await world();
  const { code } = network;
  const range = { from: new Date(), to: new Date(Date.now() + days(30)) };
  const filter = { network: code, q: 'QUIET' };
  const readings = [coordinator, manager, null].flatMap((person) => [
    as(person).trainings.page(where),
    as(person).trainings.publicPage(where),
    as(person).trainings.catalogue({ network: code }),
    as(person).trainings.calendar({ network: code, ...range }),
    as(person).trainings.feed({ network: code }),
    as(person).trainings.next({ network: code }),
  ]);

  expect(JSON.stringify(await Promise.all(readings))).not.toContain('QUIET');
  const seatsOf = async (person: TestPerson | null) =>
    (await as(person).trainings.pageWithSeats(where)).seats.map((seat) => [seat.state, seat.joinUrl]);
  expect(await seatsOf(manager)).toEqual([['confirmed', joinUrl]]);
  expect(await seatsOf(waiting)).toEqual([['waiting', null]]);
  expect([await seatsOf(coordinator), await seatsOf(null)]).toEqual([[], []]);
  expect((await as(null).trainings.catalogue(filter)).total).toBe(0);
});

test('only an online event has a room, and its address is a whole one over https', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const create = (changes: { mode: 'online' | 'onsite'; joinUrl: string }) =>
    as(coordinator).trainings.create(trainingDetails(network, changes));

  expect(await refusal(create({ mode: 'onsite', joinUrl }))).toBe('join_link_onsite');
  for (const wrong of [
    'http://rooms.example/1',
    'rooms.example/1',
    'javascript:alert(1)',
    'https://x',
    'https://a@b.example',
  ])
    await expect(create({ mode: 'online', joinUrl: wrong })).rejects.toThrow('join_link_not_https');
});

test('a copy keeps the room, and emptying the field closes it', async () => {
  const { network, coordinator, where, trainingId, asked } = await world();
  const { trainingIds } = await as(coordinator).trainings.copy({
    ...where,
    code: randomUUID().slice(0, 8),
    startsAt: new Date(Date.now() + days(20)),
  });
  const copied = { network: network.code, trainingId: trainingIds[0] ?? '' };
  expect((await as(coordinator).trainings.joinLink(copied)).url).toBe(joinUrl);

  await as(coordinator).trainings.edit({ ...trainingDetails(network, { mode: 'online' }), trainingId });
  expect(await asked(coordinator)).toBeNull();
});
