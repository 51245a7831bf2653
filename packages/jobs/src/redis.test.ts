import { closeDatabase } from '@tessera/db/scope.server.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { hasRedis, openRedis, type Redis } from './backends.testing.server.ts';
import {
  ledgerOf,
  makeWorld,
  newestEvent,
  openMailbox,
  openTestDatabase,
  readableLog,
  registerPlaces,
} from './testing.server.ts';
import { startWorker } from './worker.server.ts';

let redis: Redis | undefined;
let redisUrl = '';

beforeAll(async () => {
  await openTestDatabase();
  if (!hasRedis()) return;
  redis = await openRedis();
  redisUrl = redis.url;
});

afterAll(async () => {
  await redis?.remove();
  await closeDatabase();
});

test.skipIf(!hasRedis())('with the queue in Redis, a registration brings exactly one mail', async () => {
  const mailbox = await openMailbox();
  const worker = await startWorker({ redisUrl, mail: mailbox.settings, log: readableLog().log });
  const world = await makeWorld({ capacity: 2 });

  await registerPlaces(world, 0, ['Dan', 'Mia']);

  const { id } = await newestEvent(world.networkId, 'seats.registered');
  await vi.waitFor(
    async () => {
      const ledger = await ledgerOf(world.networkId, id);
      expect(ledger.map(({ email, state, attempts }) => [email, state, attempts])).toEqual([
        [world.address('manager1'), 'sent', 1],
      ]);
    },
    { timeout: 10_000 },
  );
  expect(await mailbox.to(world.address('manager1'))).toHaveLength(1);
  await worker.close();
});

test.skipIf(!hasRedis())(
  'while Redis is away nothing is lost; once it is back, the mail leaves once',
  async () => {
    const mailbox = await openMailbox();
    const { log, text } = readableLog();
    const worker = await startWorker({ redisUrl, mail: mailbox.settings, log });
    const world = await makeWorld({ capacity: 2 });
    await redis?.stop();

    await registerPlaces(world, 0, ['Dan']);
    const { id } = await newestEvent(world.networkId, 'seats.registered');
    await vi.waitFor(() => expect(text()).toContain('relay waits'), { timeout: 20_000 });
    const meanwhile = await newestEvent(world.networkId, 'seats.registered');
    redis?.start();

    await vi.waitFor(
      async () => {
        const ledger = await ledgerOf(world.networkId, id);
        expect(ledger.map(({ state, attempts }) => [state, attempts])).toEqual([['sent', 1]]);
      },
      { timeout: 20_000 },
    );
    expect(meanwhile.deliveredAt).toBeNull();
    expect((await newestEvent(world.networkId, 'seats.registered')).deliveredAt).toBeInstanceOf(Date);
    expect(await mailbox.to(world.address('manager1'))).toHaveLength(1);
    await worker.close();
  },
);
