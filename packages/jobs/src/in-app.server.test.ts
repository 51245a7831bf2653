import { closeDatabase } from '@tessera/db/scope.server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from './notify.server.ts';
import {
  apiOf,
  callerOf,
  makeWorld,
  newestEvent,
  openMailbox,
  openTestDatabase,
  registerPlaces,
} from './testing.server.ts';

beforeAll(openTestDatabase);
afterAll(closeDatabase);

async function tell(networkId: string, kind: string) {
  const mailbox = await openMailbox();
  const { job } = await newestEvent(networkId, kind);
  await notify(job, { ...mailbox.settings, realNow: new Date() });
}

const kindsOf = (list: { notices: { kind: string; topic: string }[] }) =>
  list.notices.map(({ kind, topic }) => `${kind} ${topic}`);

test('who gets the mail gets the notice: once, and for what it is to them', async () => {
  const world = await makeWorld();
  await registerPlaces(world, 0, ['Dan']);
  await tell(world.networkId, 'seats.registered');
  await tell(world.networkId, 'seats.registered');
  const manager = callerOf(world, 0);
  const { seats } = await manager.seats.mine({ network: world.code });
  await manager.seats.cancel({ network: world.code, seatId: seats[0]?.id ?? '' });
  await tell(world.networkId, 'seat.cancelled');

  const [own, coordinators, others] = await Promise.all([
    manager.messages.notices({}),
    world.coordinator.api.messages.notices({}),
    callerOf(world, 1).messages.notices({}),
  ]);

  expect(kindsOf(own)).toEqual(['seat-cancelled institution', 'seats-registered own']);
  expect(kindsOf(coordinators)).toEqual(['seat-cancelled organised']);
  expect(kindsOf(others)).toEqual([]);
  expect(own.notices[0]?.title).toBe(world.training.texts[0]?.title);
  expect(own.unread).toBe(2);
});

test('a person reads their own notices, and nobody else’s', async () => {
  const world = await makeWorld();
  await registerPlaces(world, 0, ['Dan']);
  await tell(world.networkId, 'seats.registered');
  const manager = callerOf(world, 0);
  const { notices } = await manager.messages.notices({});
  const ask = { noticeId: notices[0]?.id ?? '' };

  await expect(callerOf(world, 1).messages.readNotice(ask)).rejects.toThrow('not_found');
  await expect(apiOf(null).messages.notices({})).rejects.toThrow('sign_in_needed');
  expect(await callerOf(world, 1).messages.readAllNotices()).toEqual({ read: 0 });
  expect((await manager.messages.notices({})).unread).toBe(1);

  expect(await manager.messages.readNotice(ask)).toMatchObject({
    kind: 'seats-registered',
    networkCode: world.code,
    params: { trainingId: world.trainingId },
  });
  expect((await manager.messages.notices({})).unread).toBe(0);
});

test('who wants no mail about a topic finds it among the notices; an offer is mailed all the same', async () => {
  const world = await makeWorld({ capacity: 1, promotion: 'offer' });
  await registerPlaces(world, 0, ['Dan']);
  await callerOf(world, 1).messages.choose({ own: 'in_app', institution: 'in_app', organised: 'mail' });
  await registerPlaces(world, 1, ['Mia']);
  const mailbox = await openMailbox();
  const run = async (kind: string) => {
    const { job } = await newestEvent(world.networkId, kind);
    await notify(job, { ...mailbox.settings, realNow: new Date() });
  };
  await run('seats.registered');
  const { seats } = await callerOf(world, 0).seats.mine({ network: world.code });
  await callerOf(world, 0).seats.cancel({ network: world.code, seatId: seats[0]?.id ?? '' });
  await run('seat.offered');

  const mails = await mailbox.to(world.address('manager2'));
  expect(mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('A place is free')]);
  const told = await callerOf(world, 1).messages.notices({});
  expect(kindsOf(told).toSorted()).toEqual(['seat-offered institution', 'seats-registered own']);
  expect(await callerOf(world, 1).messages.choices()).toEqual({
    own: 'in_app',
    institution: 'in_app',
    organised: 'mail',
    mentoring: 'mail',
  });
});
