import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase } from '@tessera/db/scope.server.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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

let redis: ChildProcess | undefined;
let redisUrl = '';

beforeAll(async () => {
  await openTestDatabase();
  if (!hasRedis()) return;
  const port = await freePort();
  const dir = await mkdtemp(join(tmpdir(), 'tessera-redis-'));
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir];
  redis = spawn('redis-server', [...settings, '--appendonly', 'yes', '--maxmemory-policy', 'noeviction'], {
    stdio: 'ignore',
  });
  redisUrl = `redis://127.0.0.1:${port}`;
});

afterAll(async () => {
  redis?.kill();
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

/** Whether the server and the package that speaks with it are here. With `REQUIRE_ALL=1` they have to be. */
function hasRedis(): boolean {
  if (process.env.REQUIRE_ALL === '1') return true;
  if (spawnSync('redis-server', ['--version']).error) return false;
  try {
    createRequire(createRequire(import.meta.url).resolve('bullmq')).resolve('ioredis');
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => found(port));
    });
  });
}
