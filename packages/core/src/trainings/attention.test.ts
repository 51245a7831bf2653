import { randomUUID } from 'node:crypto';
import { newId } from '@tessera/db/id.server.ts';
import { insertMessages } from '@tessera/db/messages.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import {
  as,
  countStatements,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  type TestPerson,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';

await useTestDatabase();

async function world() {
  const network = await newNetwork();
  const institutionId = await newInstitution(network);
  const coordinator = await newPerson(network, 'coordinator');
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const stranger = await newPerson(network, 'institution_manager', await newInstitution(network));
  const register = (trainingId: string, names: (string | null)[]) =>
    as(manager).seats.register({
      network: network.code,
      trainingId,
      institutionId,
      places: places(...names),
      requestKey: randomUUID(),
    });
  return { network, coordinator, manager, stranger, register };
}

function sessions(start: number) {
  return [{ startsAt: new Date(start), endsAt: new Date(start + hours(3)), halfDay: 'am' as const }];
}

test('a manager sees which places need a name, and nobody else is bothered with them', async () => {
  const { network, manager, stranger, register } = await world();
  const coordinator = await newPerson(network, 'coordinator');
  const trainingId = await newTraining(network, coordinator);
  await register(trainingId, ['Pop', null]);

  const own = await as(manager).trainings.attention({ network: network.code });
  const other = await as(stranger).trainings.attention({ network: network.code });

  expect(own.unnamed.map(({ id, unnamed }) => [id, unnamed])).toEqual([[trainingId, 1]]);
  expect(own.next.map(({ id, confirmed }) => [id, confirmed])).toEqual([[trainingId, 2]]);
  expect([other.unnamed, other.next, other.offers]).toEqual([[], [], []]);
});

test('an offer stands first for the one who may answer it, until its time is over', async () => {
  const { network, coordinator, manager, stranger, register } = await world();
  const trainingId = await newTraining(network, coordinator, { capacity: 1, promotion: 'offer' });
  await as(stranger).seats.register({
    network: network.code,
    trainingId,
    institutionId: null,
    places: places('Rus'),
    requestKey: randomUUID(),
  });
  await register(trainingId, ['Pop']);
  const { seats } = await as(coordinator).trainings.manage({ network: network.code, trainingId });
  const held = seats.find(({ state }) => state === 'confirmed');
  await as(coordinator).seats.cancel({ network: network.code, seatId: held?.id ?? '' });

  const now = await as(manager).trainings.attention({ network: network.code });
  const until = now.offers[0]?.offeredUntil ?? new Date(0);
  const later = await as(manager, new Date(until.getTime() + 1)).trainings.attention({
    network: network.code,
  });

  expect(now.offers.map(({ id, offered }) => [id, offered])).toEqual([[trainingId, 1]]);
  expect(later.offers).toEqual([]);
});

test('a coordinator sees proposals and the attendance that is still to be marked', async () => {
  const { network, coordinator, manager, register } = await world();
  const start = Date.now() + days(3);
  const trainingId = await newTraining(network, coordinator, { sessions: sessions(start) });
  await register(trainingId, ['Pop']);
  const proposal = await as(manager).trainings.create(
    trainingDetails(network, { sessions: sessions(start + days(1)) }),
  );
  const ask = (now: number) => as(coordinator, new Date(now)).trainings.attention({ network: network.code });

  const before = await ask(start - hours(2));
  const during = await ask(start + hours(1));

  expect(before.proposals.map(({ id }) => id)).toEqual([proposal.trainingId]);
  expect([before.toMark, before.next.map(({ id }) => id)]).toEqual([[], [trainingId]]);
  expect(during.toMark.map(({ id }) => id)).toEqual([trainingId]);
});

test('a coordinator sees what waits beside the trainings, in two statements; others are not asked about it', async () => {
  const { network, coordinator, manager } = await world();
  const { code } = network;
  const mentor = await newPerson(network, 'mentor');
  await as(mentor).privacy.requestErasure();
  await as(coordinator).members.invite({
    network: code,
    email: `${randomUUID()}@demo.example`,
    role: 'viewer',
  });
  const { events } = await as(coordinator).events.history({ network: code });
  const mail = {
    id: newId(),
    kind: 'seat-promoted',
    email: 'x@demo.example',
    personId: null,
    language: 'ro',
  };
  await inNetwork(network.id, async (tx) => {
    await tx.run(insertMessages(network.id, events[0]?.id ?? '', JSON.stringify([mail])));
    await tx.prisma.message.updateMany({
      where: { networkId: network.id },
      data: { state: 'failed', error: 'smtp_550' },
    });
  });
  const later = new Date(Date.now() + days(12));

  const seen = await as(coordinator, later).trainings.attention({ network: code });
  const other = await as(manager).trainings.attention({ network: code });
  const ask = (person: TestPerson) => () => as(person).trainings.attention({ network: code });
  const resolving = await countStatements(() => as(coordinator).networks.shell({ network: code }));

  expect(seen.others).toMatchObject({ erasures: 1, invitations: 1, failedMails: 1, accesses: 0, moves: 0 });
  expect(seen.others?.erasuresDue).toBeInstanceOf(Date);
  expect(other.others).toBeNull();
  expect(await countStatements(ask(coordinator))).toBe(resolving + 2);
  expect(await countStatements(ask(manager))).toBe(resolving + 1);
});

test('of many trainings to come a coordinator sees five, and each one further on of which something waits', async () => {
  const { network, coordinator, manager, stranger, register } = await world();
  const start = Date.now() + days(3);
  const made: string[] = [];
  for (let day = 0; day < 8; day++)
    made.push(
      await newTraining(network, coordinator, { capacity: 1, sessions: sessions(start + days(day)) }),
    );
  const [, , , , , sixth = '', seventh = '', eighth = ''] = made;
  for (const id of [seventh, eighth]) {
    await register(id, [null]);
    await as(stranger).seats.register({
      network: network.code,
      trainingId: id,
      institutionId: null,
      places: places('Rus'),
      requestKey: randomUUID(),
    });
  }
  await inNetwork(network.id, (tx) =>
    tx.prisma.training.updateMany({ where: { id: eighth }, data: { capacity: 2 } }),
  );

  const seen = await as(coordinator).trainings.attention({ network: network.code });
  const own = await as(manager).trainings.attention({ network: network.code });

  expect(seen.next.map(({ id }) => id)).toEqual(made.slice(0, 5));
  expect(seen.toFill.map(({ id }) => id)).toEqual([eighth]);
  expect([seen, own].flatMap(({ next, toFill }) => [...next, ...toFill]).map(({ id }) => id)).not.toContain(
    sixth,
  );
  expect(own.next.map(({ id }) => id)).toEqual([seventh, eighth]);
  expect(own.unnamed.map(({ id }) => id)).toEqual([seventh, eighth]);
});

test('a place that is mine as submitter, as learner and by my institution counts once', async () => {
  const { network, coordinator, manager, register } = await world();
  const trainingId = await newTraining(network, coordinator);
  await register(trainingId, ['Pop', 'Rus']);
  await inNetwork(network.id, async (tx) => {
    const participant = await tx.prisma.participant.findFirst({ where: { networkId: network.id } });
    await tx.prisma.participant.updateMany({
      where: { networkId: network.id, id: participant?.id ?? '' },
      data: { personId: manager.personId },
    });
  });

  const { next } = await as(manager).trainings.attention({ network: network.code });

  expect(next.map(({ id, confirmed }) => [id, confirmed])).toEqual([[trainingId, 2]]);
});
