import { randomUUID } from 'node:crypto';
import { acceptLink } from '@tessera/core/networks/links.server.ts';
import { closeDatabase, inNetwork } from '@tessera/db/scope.server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from './notify.server.ts';
import { callerOf, makeWorld, newestEvent, openMailbox, openTestDatabase } from './testing.server.ts';

beforeAll(openTestDatabase);
afterAll(closeDatabase);

test('who registers guests is told by mail alone, and the mail leads to the pages of the own network', async () => {
  const [host, own] = [await makeWorld(), await makeWorld()];
  const now = new Date();
  await acceptLink(null, { networkId: host.networkId, now }, { networkId: own.networkId, now }, [
    'trainings',
  ]);
  const { trainingId } = host;
  await host.coordinator.api.trainings.share({
    network: host.code,
    trainingId,
    recipient: own.code,
    takesGuests: true,
  });

  await callerOf(own, 0).exchange.register({
    network: own.code,
    trainingId,
    places: [{ givenName: 'Mia', familyName: 'Pop' }],
    requestKey: randomUUID(),
  });
  const mailbox = await openMailbox();
  const { job } = await newestEvent(host.networkId, 'seats.registered');
  await notify(job, { ...mailbox.settings, realNow: new Date() });

  const mails = await mailbox.list();
  expect(mails.map(({ to }) => to.email)).toEqual([own.managers[0]?.email]);
  expect(mails[0]?.text).toContain(`/n/${own.code}/away`);
  expect(mails[0]?.text).not.toContain(`/n/${host.code}/registrations`);
  const notices = await inNetwork(host.networkId, ({ prisma }) =>
    prisma.notice.count({ where: { networkId: host.networkId } }),
  );
  expect(notices).toBe(0);

  await host.coordinator.api.trainings.cancel({
    network: host.code,
    trainingId,
    reason: 'The trainer is ill.',
  });
  const mailboxAfter = await openMailbox();
  const cancelled = await newestEvent(host.networkId, 'training.cancelled');
  await notify(cancelled.job, { ...mailboxAfter.settings, realNow: new Date() });

  const told = (await mailboxAfter.list()).find(({ to }) => to.email === own.managers[0]?.email);
  expect(told?.text).toMatch(new RegExp(`/n/${own.code}/away/[0-9a-f-]{36}`));
  expect(told?.text).not.toContain(`/n/${host.code}/`);
});
