import { followUpAt } from '@tessera/core/reminders/after.ts';
import { sweepFollowUps } from '@tessera/core/reminders/after-sweep.server.ts';
import { closeDatabase, inScope } from '@tessera/db/scope.server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from './notify.server.ts';
import {
  callerOf,
  makeWorld,
  newestEvent,
  openMailbox,
  openTestDatabase,
  registerPlaces,
  type TestWorld,
} from './testing.server.ts';

beforeAll(openTestDatabase);
afterAll(closeDatabase);

/** An event that ended, with the marks of those who are named; the others have none. */
async function over(world: TestWorld, marks: Record<string, 'present' | 'partial' | 'absent'>) {
  const { networkId, trainingId, code: network } = world;
  await inScope({ networkId }, async ({ prisma }) => {
    await prisma.training.updateMany({
      where: { networkId, id: trainingId },
      data: { followUpHours: [2] },
    });
    const seats = await prisma.seat.findMany({
      where: { networkId, trainingId },
      select: { id: true, participant: { select: { givenName: true } } },
    });
    const session = await prisma.trainingSession.findFirstOrThrow({ where: { networkId, trainingId } });
    await prisma.attendanceRecord.createMany({
      data: seats.flatMap(({ id: seatId, participant }) => {
        const state = marks[participant?.givenName ?? 'nobody'];
        if (!state) return [];
        const minutes = state === 'partial' ? 30 : null;
        return [
          { networkId, trainingId, sessionId: session.id, seatId, state, minutes, markedAt: session.endsAt },
        ];
      }),
    });
  });
  const { endsAt } = await world.coordinator.api.trainings.page({ network, trainingId });
  const realNow = followUpAt({ endsAt, timeZone: 'Europe/Bucharest' }, 2);
  await sweepFollowUps(realNow);
  const mailbox = await openMailbox();
  const { job } = await newestEvent(networkId, 'training.followed_up');
  return { ...mailbox, job, send: () => notify(job, { ...mailbox.settings, realNow }) };
}

test('who was there, also for a part, is thanked once, in their language; nobody else is', async () => {
  const world = await makeWorld({ capacity: 6 });
  await registerPlaces(world, 0, ['Dan', 'Mia', 'Ion', 'Eva', null]);
  await inScope({ networkId: world.networkId }, ({ prisma }) =>
    prisma.participant.updateMany({ where: { email: world.address('mia') }, data: { language: 'hu' } }),
  );
  const { send, list, to } = await over(world, {
    Dan: 'present',
    Mia: 'partial',
    Ion: 'absent',
    nobody: 'present',
  });
  await send();
  await send();

  expect((await list()).map((mail) => mail.to.email).sort()).toEqual([
    world.address('dan'),
    world.address('mia'),
  ]);
  const [dan] = await to(world.address('dan'));
  expect(dan?.subject).toBe('Thank you for taking part: Planning together');
  expect(dan?.text).toContain(`https://t.example/n/${world.code}/trainings/${world.trainingId}`);
  expect((await to(world.address('mia')))[0]?.subject).toMatch(/^Köszönjük a részvételt: /);
});

test('nothing leaves when the event is called off between the moment and the mail', async () => {
  const world = await makeWorld();
  await registerPlaces(world, 0, ['Dan']);
  const { send, list } = await over(world, { Dan: 'present' });
  await inScope({ networkId: world.networkId }, ({ prisma }) =>
    prisma.training.updateMany({ where: { id: world.trainingId }, data: { state: 'cancelled' } }),
  );
  await send();

  expect(await list()).toEqual([]);
});

test('who wants only notices gets no mail, and the notice is their own', async () => {
  const world = await makeWorld();
  await callerOf(world, 0).messages.choose({ own: 'in_app', institution: 'in_app', organised: 'in_app' });
  await registerPlaces(world, 0, ['Dan']);
  await inScope({ networkId: world.networkId }, ({ prisma }) =>
    prisma.participant.updateMany({
      where: { email: world.address('dan') },
      data: { email: world.managers[0]?.email ?? null, personId: world.managers[0]?.personId ?? null },
    }),
  );
  const { send, list } = await over(world, { Dan: 'present' });
  await send();

  expect(await list()).toEqual([]);
  const { notices } = await callerOf(world, 0).messages.notices({});
  expect(notices.map(({ kind, topic }) => [kind, topic])).toEqual([['training-follow-up', 'own']]);
});
