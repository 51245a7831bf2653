import { newId } from '@tessera/db/id.server.ts';
import { closeDatabase, inScope } from '@tessera/db/scope.server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from './notify.server.ts';
import {
  makeWorld,
  openMailbox,
  openTestDatabase,
  registerPlaces,
  type TestWorld,
} from './testing.server.ts';

beforeAll(openTestDatabase);
afterAll(closeDatabase);

const hour = 3_600_000;

/** The event ended an hour ago; everyone who has a place was there, but for those who are named. */
async function held({ networkId, trainingId }: TestWorld, absent: string[] = []) {
  const endsAt = new Date(Date.now() - hour);
  const startsAt = new Date(endsAt.getTime() - 3 * hour);
  await inScope({ networkId }, async ({ prisma }) => {
    const where = { networkId, trainingId };
    await prisma.trainingSession.updateMany({ where, data: { startsAt, endsAt } });
    await prisma.training.updateMany({ where: { networkId, id: trainingId }, data: { startsAt, endsAt } });
    const session = await prisma.trainingSession.findFirstOrThrow({ where });
    const seats = await prisma.seat.findMany({
      where: { ...where, state: 'confirmed' },
      select: { id: true, participant: { select: { givenName: true } } },
    });
    await prisma.attendanceRecord.createMany({
      data: seats.map(({ id: seatId, participant }) => ({
        ...where,
        sessionId: session.id,
        seatId,
        state: absent.includes(participant?.givenName ?? '') ? 'absent' : 'present',
        markedAt: endsAt,
      })),
    });
  });
}

async function jobsOf({ networkId }: TestWorld) {
  const events = await inScope({ networkId }, ({ prisma }) =>
    prisma.domainEvent.findMany({ where: { networkId, kind: 'certificate.issued' }, orderBy: { id: 'asc' } }),
  );
  return events.map(({ id, kind, round }) => ({ eventId: id, networkId, kind, round }));
}

test('the page says how many of the mails are sent, while they are on their way and afterwards, and follows them for some minutes', async () => {
  const world = await makeWorld({ capacity: 5 });
  await registerPlaces(world, 0, ['Dan', 'Mia', 'Ion']);
  await held(world, ['Ion']);
  const where = { network: world.code, trainingId: world.trainingId };
  const { certificates } = world.coordinator.api;
  expect((await certificates.results(where)).mails).toEqual({ total: 0, sent: 0, waiting: 0 });

  expect(await certificates.issue(where)).toEqual({ issued: 2, existing: 0, notEarned: 1, unnamed: 0 });

  const { settings, list } = await openMailbox();
  const mails = async () => (await certificates.results(where)).mails;
  expect(await mails()).toEqual({ total: 2, sent: 0, waiting: 2 });
  expect((await certificates.results(where)).isFollowed).toBe(true);
  const [first, second] = await jobsOf(world);
  if (!first || !second) throw new Error('there is one event for each certificate');
  await notify(first, { ...settings, realNow: new Date() });
  expect(await mails()).toEqual({ total: 2, sent: 1, waiting: 1 });
  await inScope({ networkId: world.networkId }, ({ prisma }) =>
    prisma.certificate.updateMany({
      where: { networkId: world.networkId },
      data: { issuedAt: new Date(Date.now() - hour / 4) },
    }),
  );
  expect(await certificates.results(where)).toMatchObject({ isFollowed: false, mails: { waiting: 1 } });
  await notify(second, { ...settings, realNow: new Date() });
  expect(await mails()).toEqual({ total: 2, sent: 2, waiting: 0 });
  expect(await list()).toHaveLength(2);
});

test('who is told by a notice alone, or cannot be told, keeps nobody waiting', async () => {
  const world = await makeWorld({ capacity: 5 });
  const { networkId } = world;
  await registerPlaces(world, 0, ['Dan', 'Mia']);
  await held(world);
  const where = { network: world.code, trainingId: world.trainingId };
  const { certificates } = world.coordinator.api;
  const [manager] = world.managers;
  await inScope({ networkId }, ({ prisma }) =>
    prisma.participant.updateMany({
      where: { email: world.address('dan') },
      data: { email: manager?.email ?? null, personId: manager?.personId ?? null },
    }),
  );
  await manager?.api.messages.choose({ own: 'in_app', institution: 'in_app', organised: 'in_app' });
  await certificates.issue(where);
  const { settings } = await openMailbox();
  for (const job of await jobsOf(world)) await notify(job, { ...settings, realNow: new Date() });

  expect((await certificates.results(where)).mails).toEqual({ total: 1, sent: 1, waiting: 0 });
});

test('three hundred are issued at once, each with its event, and their mails are counted', async () => {
  const world = await makeWorld({ capacity: 400 });
  const { networkId, trainingId } = world;
  await registerPlaces(world, 0, ['Dan']);
  const people = Array.from({ length: 299 }, (_, index) => ({ id: newId(), index }));
  await inScope({ networkId }, async ({ prisma }) => {
    const { registrationId } = await prisma.seat.findFirstOrThrow({ where: { networkId, trainingId } });
    const createdAt = new Date();
    await prisma.participant.createMany({
      data: people.map(({ id, index }) => ({
        id,
        networkId,
        createdAt,
        givenName: 'Ion',
        familyName: `Rus ${index}`,
        email: world.address(`ion${index}`),
      })),
    });
    const seat = {
      networkId,
      trainingId,
      registrationId,
      state: 'confirmed',
      createdAt,
      changedAt: createdAt,
    };
    await prisma.seat.createMany({
      data: people.map(({ id, index }) => ({ ...seat, id: newId(), participantId: id, queue: 100 + index })),
    });
  });
  await held(world);
  const where = { network: world.code, trainingId };

  const { issued } = await world.coordinator.api.certificates.issue(where);
  const { mails } = await world.coordinator.api.certificates.results(where);

  expect(issued).toBe(300);
  expect(await jobsOf(world)).toHaveLength(300);
  expect(mails).toEqual({ total: 300, sent: 0, waiting: 300 });
});
