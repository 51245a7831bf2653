import { recordEvent } from '@tessera/core/events/record.server.ts';
import { closeDatabase, inNetwork } from '@tessera/db/scope.server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from './notify.server.ts';
import { makeWorld, newestEvent, openMailbox, openTestDatabase } from './testing.server.ts';

beforeAll(openTestDatabase);
afterAll(closeDatabase);

test('a file with a virus is told to the coordinators once, however often it is tried, and the next file again', async () => {
  const { networkId, coordinator, address } = await makeWorld();
  const mailbox = await openMailbox();
  const send = async (sha256: string) => {
    await inNetwork(networkId, (tx) =>
      recordEvent(tx, {
        networkId,
        kind: 'resource.file_infected',
        object: ['network', networkId],
        actorId: coordinator.personId,
        at: new Date(),
        payload: { sha256 },
      }),
    );
    const { job } = await newestEvent(networkId, 'resource.file_infected');
    await notify(job, { ...mailbox.settings, realNow: new Date() });
    return (await mailbox.to(address('coordinator'))).length;
  };

  expect(await send('a'.repeat(64))).toBe(1);
  expect(await send('a'.repeat(64))).toBe(1);
  expect(await send('b'.repeat(64))).toBe(2);
  expect(await send('a'.repeat(64))).toBe(2);
});
